"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { Request, RequestState } from "@/lib/client/store/request";
import type { RootState } from "@/lib/client/store/root-reducer";

type FieldErrors<Name extends string> = Partial<Record<Name, string>>;

type Options<Name extends string, Input> = {
  /** The names of the inputs in the order of the form. */
  names: readonly Name[];
  schema: z.ZodType<Input>;
  request: Pick<Request<Input, unknown>, "requested" | "cancelled">;
  select: (state: RootState) => RequestState;
};

/**
 * A form that is checked in the browser by the server's own schema and sent through a request of the store. Its inputs
 * keep their values themselves, so that what was typed before React ran is there.
 */
export function useAuthForm<Name extends string, Input>({ names, schema, request, select }: Options<Name, Input>) {
  const dispatch = useAppDispatch();
  const { status, error } = useAppSelector(select);
  const [localErrors, setLocalErrors] = useState<FieldErrors<Name>>({});
  const [attempts, setAttempts] = useState(0);
  const formRef = useRef<HTMLFormElement>(null);
  const summaryRef = useRef<HTMLDivElement>(null);

  useEffect(() => () => void dispatch(request.cancelled()), [dispatch, request]);

  const isFailed = status === "failed";
  const failure = isFailed ? error : null;
  const hasLocalErrors = Object.keys(localErrors).length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each failed attempt moves the focus, also one with the same errors.
  useEffect(() => {
    if (hasLocalErrors || isFailed) summaryRef.current?.focus();
  }, [attempts, isFailed]);

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
    const result = schema.safeParse(Object.fromEntries(new FormData(event.currentTarget)));
    const found: FieldErrors<Name> = {};
    for (const issue of result.error?.issues ?? []) {
      const name = names.find((candidate) => candidate === issue.path[0]);
      if (name) found[name] ??= issue.message;
    }
    setLocalErrors(found);
    if (result.success) dispatch(request.requested(result.data as Parameters<typeof request.requested>[0]));
  }

  function fill(values: Partial<Record<Name, string>>) {
    for (const name of names) {
      const input = formRef.current?.elements.namedItem(name);
      const value = values[name];
      if (input instanceof HTMLInputElement && value !== undefined) input.value = value;
    }
  }

  /** A failure that is about no single field. */
  const message = hasLocalErrors || Object.keys(errors).length > 0 ? null : (failure?.message ?? null);
  return { formRef, summaryRef, submit, fill, status, errors, message };
}
