"use client";

import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { useFormats } from "@/app/_i18n/use-formats";
import { useSaid } from "@/app/_i18n/use-said";
import type { GameHit } from "@/lib/client/features/pipelines/api";
import { selectStartRun } from "@/lib/client/features/pipelines/selectors";
import { startRunRequest } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { type Pipeline, startRunSchema } from "@/lib/shared/pipelines";
import { ActionDialog, FormEnd } from "./action-dialog";
import { readText, toFieldErrors } from "./form-fields";
import { GamePicker } from "./game-picker";

type RunFormProps = { pipeline: Pipeline; isActive: boolean; lastDay: string; onDone: () => void };

function RunForm({ pipeline, isActive, lastDay, onDone }: RunFormProps) {
  const t = useTranslations("pipelines");
  const speak = useSaid();
  const { day } = useFormats();
  const dispatch = useAppDispatch();
  const { status, error } = useAppSelector(selectStartRun);
  const [games, setGames] = useState<GameHit[]>([]);
  const [fields, setFields] = useState<Record<string, string>>({});

  useEffect(() => {
    if (status === "succeeded") onDone();
  }, [status, onDone]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const parsed = startRunSchema.safeParse({
      pipeline,
      date: readText(form, "date"),
      gameSlugs: games.length > 0 ? games.map(({ slug }) => slug) : undefined,
      isForced: form.has("isForced"),
      ifBusy: form.has("wait") ? "wait" : "refuse",
    });
    if (parsed.success) dispatch(startRunRequest.requested(parsed.data));
    setFields(toFieldErrors(parsed.error));
  };

  const errors = { ...error?.fields, ...fields };
  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      {error && (
        <Alert tone="danger" title={t(error.code === "conflict" ? "start.busy" : "start.failed")}>
          {speak(error.message)}
        </Alert>
      )}
      <Field
        label={t("start.day")}
        hint={t("start.dayHint", { day: day(lastDay) })}
        {...(errors.date ? { error: speak(errors.date) } : {})}
      >
        <Input type="date" name="date" />
      </Field>
      <GamePicker
        chosen={games}
        onChange={setGames}
        {...(errors.gameSlugs ? { error: speak(errors.gameSlugs) } : {})}
      />
      <Checkbox name="isForced" label={t("start.force")} hint={t("start.forceHint")} />
      <Checkbox name="wait" label={t("start.wait")} defaultChecked={isActive} />
      <FormEnd
        icon={<Play aria-hidden />}
        text={t("start.submit")}
        isRunning={status === "running"}
        onCancel={onDone}
      />
    </form>
  );
}

type RunNowProps = { pipeline: Pipeline; isActive: boolean; lastDay: string };

/** Starts a pipeline by hand, for a day and some games where asked. */
export function RunNow({ pipeline, isActive, lastDay }: RunNowProps) {
  const t = useTranslations("pipelines");
  const name = t(`names.${pipeline}`);
  const dispatch = useAppDispatch();
  return (
    <ActionDialog
      variant="secondary"
      button={
        <>
          <Play aria-hidden />
          <span>{t.rich("start.now", { pipeline: name, sr: (text) => <span className="sr-only">{text}</span> })}</span>
        </>
      }
      title={t("start.title", { pipeline: name })}
      description={t("start.text")}
      onClose={() => dispatch(startRunRequest.cancelled())}
    >
      {(close) => <RunForm pipeline={pipeline} isActive={isActive} lastDay={lastDay} onDone={close} />}
    </ActionDialog>
  );
}
