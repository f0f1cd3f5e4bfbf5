"use client";

import { CalendarRange } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { selectBackfill } from "@/lib/client/features/pipelines/selectors";
import { backfillRequest } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { backfillSchema, MAX_BACKFILL_DAYS, PIPELINE_NAMES, type Pipeline } from "@/lib/shared/pipelines";
import { ActionDialog, FormEnd } from "./action-dialog";
import { readText, toFieldErrors } from "./form-fields";

function BackfillForm({ pipeline, onDone }: { pipeline: Pipeline; onDone: () => void }) {
  const dispatch = useAppDispatch();
  const { status, error } = useAppSelector(selectBackfill);
  const [fields, setFields] = useState<Record<string, string>>({});

  useEffect(() => {
    if (status === "succeeded") onDone();
  }, [status, onDone]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const days = { from: readText(form, "from") ?? "", to: readText(form, "to") ?? "" };
    const parsed = backfillSchema.safeParse({ pipeline, ...days, isForced: form.has("isForced") });
    if (parsed.success) dispatch(backfillRequest.requested(parsed.data));
    setFields(toFieldErrors(parsed.error));
  };

  // The server calls a day that has not begun `date`, wherever it was asked for.
  const { date, ...named } = error?.fields ?? {};
  const errors: Record<string, string> = { ...(date ? { to: date } : {}), ...named, ...fields };
  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      {error && (
        <Alert tone="danger" title="Nothing was started">
          {error.message}
        </Alert>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="First day" {...(errors.from ? { error: errors.from } : {})}>
          <Input type="date" name="from" required />
        </Field>
        <Field label="Last day" {...(errors.to ? { error: errors.to } : {})}>
          <Input type="date" name="to" required />
        </Field>
      </div>
      <Checkbox name="isForced" label="Do days again that are done already" hint="Otherwise they are left out." />
      <FormEnd
        icon={<CalendarRange aria-hidden />}
        text="Start the backfill"
        isRunning={status === "running"}
        onCancel={onDone}
      />
    </form>
  );
}

/** Runs a pipeline for each day of a range. */
export function Backfill({ pipeline }: { pipeline: Pipeline }) {
  const dispatch = useAppDispatch();
  return (
    <ActionDialog
      variant="ghost"
      button={
        <>
          <CalendarRange aria-hidden />
          Backfill
          <span className="sr-only"> of {PIPELINE_NAMES[pipeline]}</span>
        </>
      }
      title={`Backfill ${PIPELINE_NAMES[pipeline]}`}
      description={`One run for each day, oldest first and one after the other; ${MAX_BACKFILL_DAYS} days at most.`}
      onClose={() => dispatch(backfillRequest.cancelled())}
    >
      {(close) => <BackfillForm pipeline={pipeline} onDone={close} />}
    </ActionDialog>
  );
}
