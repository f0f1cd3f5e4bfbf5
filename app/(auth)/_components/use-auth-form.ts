"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { Request, RequestState } from "@/lib/client/store/request";
import type { RootState } from "@/lib/client/store/root-reducer";

type FieldErrors<Name extends string> = Partial<Record<Name, string>>;

type Options<Name extends string, Input> = {
  /** The fields in the order of the form, empty. */
  initial: Record<Name, string>;
  schema: z.ZodType<Input>;
  request: Pick<Request<Input, unknown>, "requested" | "cancelled">;
  select: (state: RootState) => RequestState;
};

/** A form that is checked in the browser by the server's own schema and sent through a request of the store. */
export function useAuthForm<Name extends string, Input>({ initial, schema, request, select }: Options<Name, Input>) {
  const dispatch = useAppDispatch();
  const { status, error } = useAppSelector(select);
  const [values, setValues] = useState(initial);
  const [localErrors, setLocalErrors] = useState<FieldErrors<Name>>({});
  const [attempts, setAttempts] = useState(0);
  const summaryRef = useRef<HTMLDivElement>(null);

  useEffect(() => () => void dispatch(request.cancelled()), [dispatch, request]);

  const isFailed = status === "failed";
  const failure = isFailed ? error : null;
  const hasLocalErrors = Object.keys(localErrors).length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each failed attempt moves the focus, also one with the same errors.
  useEffect(() => {
    if (hasLocalErrors || isFailed) summaryRef.current?.focus();
  }, [attempts, isFailed]);

  const names = Object.keys(initial) as Name[];
  const serverErrors: Record<string, string> = failure?.fields ?? {};
  const errors: FieldErrors<Name> = {};
  for (const name of names) {
    const message = localErrors[name] ?? (hasLocalErrors ? undefined : serverErrors[name]);
    if (message) errors[name] = message;
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (status === "running") return;
    setAttempts((count) => count + 1);
    const result = schema.safeParse(values);
    const found: FieldErrors<Name> = {};
    for (const issue of result.error?.issues ?? []) {
      const name = names.find((candidate) => candidate === issue.path[0]);
      if (name) found[name] ??= issue.message;
    }
    setLocalErrors(found);
    if (result.success) dispatch(request.requested(result.data as Parameters<typeof request.requested>[0]));
  }

  return {
    values,
    errors,
    status,
    submit,
    summaryRef,
    /** A failure that is about no single field. */
    message: hasLocalErrors || Object.keys(errors).length > 0 ? null : (failure?.message ?? null),
    fill: (filled: Partial<Record<Name, string>>) => setValues((known) => ({ ...known, ...filled })),
    /** Props of the input of a field. */
    control: (name: Name) => ({
      name,
      value: values[name],
      onChange: (event: { target: { value: string } }) =>
        setValues((known) => ({ ...known, [name]: event.target.value })),
    }),
  };
}
