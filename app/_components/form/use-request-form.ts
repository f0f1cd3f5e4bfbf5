"use client";

import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import type { z } from "zod";
import { useSaid } from "@/app/_i18n/use-said";
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
  /** What is sent beside the inputs, such as the token of a link. */
  extra?: Record<string, unknown>;
  /** The request succeeded: the form is ready for another one. */
  onDone?: () => void;
  /** What was typed stays when the request succeeded, since it is what holds from now on. */
  keepsValues?: boolean;
};

function findErrors<Name extends string>(names: readonly Name[], error: z.ZodError | undefined): FieldErrors<Name> {
  const found: FieldErrors<Name> = {};
  for (const issue of error?.issues ?? []) {
    const name = names.find((candidate) => candidate === issue.path[0]);
    if (name) found[name] ??= issue.message;
  }
  return found;
}

/** The errors that the form shows, in the page's language: its own, else those of the answer. */
function useErrors<Name extends string>(names: readonly Name[], own: FieldErrors<Name>, state: RequestState) {
  const speak = useSaid();
  const failure = state.status === "failed" ? state.error : null;
  const hasOwn = Object.keys(own).length > 0;
  const errors: FieldErrors<Name> = {};
  for (const name of names) {
    const message = own[name] ?? (hasOwn ? undefined : failure?.fields?.[name]);
    if (message) errors[name] = speak(message);
  }
  const isNamed = hasOwn || Object.keys(errors).length > 0;
  return { errors, message: isNamed || !failure ? null : speak(failure.message), hasOwn, isFailed: failure !== null };
}

/**
 * A form that is checked in the browser by the server's own schema and sent through a request of the store. Its inputs
 * keep their values themselves, so that what was typed before React ran is there. A failed attempt moves the focus to
 * the summary of errors, or without one to the first input that is wrong.
 */
export function useRequestForm<Name extends string, Input>(options: Options<Name, Input>) {
  const { names, schema, request, select, extra, onDone, keepsValues = false } = options;
  const dispatch = useAppDispatch();
  const state = useAppSelector(select);
  const [ownErrors, setOwnErrors] = useState<FieldErrors<Name>>({});
  const [attempts, setAttempts] = useState(0);
  const formRef = useRef<HTMLFormElement>(null);
  const summaryRef = useRef<HTMLDivElement>(null);
  const { errors, message, hasOwn, isFailed } = useErrors(names, ownErrors, state);

  useEffect(() => () => void dispatch(request.cancelled()), [dispatch, request]);

  const moveFocus = useEffectEvent(() => {
    const first = names.find((name) => errors[name]);
    const control = first && formRef.current?.elements.namedItem(first);
    if (summaryRef.current) summaryRef.current.focus();
    else if (control instanceof HTMLElement) control.focus();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each failed attempt moves the focus, also one with the same errors.
  useEffect(() => {
    if (hasOwn || isFailed) moveFocus();
  }, [attempts, isFailed]);

  const finish = useEffectEvent(() => {
    if (!onDone) return;
    if (!keepsValues) formRef.current?.reset();
    dispatch(request.cancelled());
    onDone();
  });
  useEffect(() => {
    if (state.status === "succeeded") finish();
  }, [state.status]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // What has succeeded leads on to another page, which may still be on its way.
    if (state.status === "running" || state.status === "succeeded") return;
    setAttempts((count) => count + 1);
    const result = schema.safeParse({ ...Object.fromEntries(new FormData(event.currentTarget)), ...extra });
    setOwnErrors(findErrors(names, result.error));
    if (result.success) dispatch(request.requested(result.data as Parameters<typeof request.requested>[0]));
  }

  function fill(values: Partial<Record<Name, string>>) {
    for (const name of names) {
      const input = formRef.current?.elements.namedItem(name);
      const value = values[name];
      if (input instanceof HTMLInputElement && value !== undefined) input.value = value;
    }
  }

  return { formRef, summaryRef, submit, fill, status: state.status, errors, message };
}
