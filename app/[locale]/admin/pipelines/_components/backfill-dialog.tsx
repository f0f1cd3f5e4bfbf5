"use client";

import { CalendarRange } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { useSaid } from "@/app/_i18n/use-said";
import { selectBackfill } from "@/lib/client/features/pipelines/selectors";
import { backfillRequest } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { backfillSchema, MAX_BACKFILL_DAYS, type Pipeline } from "@/lib/shared/pipelines";
import { ActionDialog, FormEnd } from "./action-dialog";
import { readText, toFieldErrors } from "./form-fields";

function BackfillForm({ pipeline, onDone }: { pipeline: Pipeline; onDone: () => void }) {
  const t = useTranslations("pipelines");
  const speak = useSaid();
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
        <Alert tone="danger" title={t("backfill.failed")}>
          {speak(error.message)}
        </Alert>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("backfill.from")} {...(errors.from ? { error: speak(errors.from) } : {})}>
          <Input type="date" name="from" required />
        </Field>
        <Field label={t("backfill.to")} {...(errors.to ? { error: speak(errors.to) } : {})}>
          <Input type="date" name="to" required />
        </Field>
      </div>
      <Checkbox name="isForced" label={t("backfill.force")} hint={t("backfill.forceHint")} />
      <FormEnd
        icon={<CalendarRange aria-hidden />}
        text={t("backfill.submit")}
        isRunning={status === "running"}
        onCancel={onDone}
      />
    </form>
  );
}

/** Runs a pipeline for each day of a range. */
export function Backfill({ pipeline }: { pipeline: Pipeline }) {
  const t = useTranslations("pipelines");
  const name = t(`names.${pipeline}`);
  const dispatch = useAppDispatch();
  return (
    <ActionDialog
      variant="ghost"
      button={
        <>
          <CalendarRange aria-hidden />
          <span>
            {t.rich("backfill.button", { pipeline: name, sr: (text) => <span className="sr-only">{text}</span> })}
          </span>
        </>
      }
      title={t("backfill.title", { pipeline: name })}
      description={t("backfill.text", { max: MAX_BACKFILL_DAYS })}
      onClose={() => dispatch(backfillRequest.cancelled())}
    >
      {(close) => <BackfillForm pipeline={pipeline} onDone={close} />}
    </ActionDialog>
  );
}
