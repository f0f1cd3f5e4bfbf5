"use client";

import { Play } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import type { GameHit } from "@/lib/client/features/pipelines/api";
import { selectStartRun } from "@/lib/client/features/pipelines/selectors";
import { startRunRequest } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { PIPELINE_NAMES, type Pipeline, startRunSchema } from "@/lib/shared/pipelines";
import { ActionDialog, FormEnd } from "./action-dialog";
import { readText, toFieldErrors } from "./form-fields";
import { GamePicker } from "./game-picker";

type RunFormProps = { pipeline: Pipeline; isActive: boolean; lastDay: string; onDone: () => void };

function RunForm({ pipeline, isActive, lastDay, onDone }: RunFormProps) {
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
        <Alert tone="danger" title={error.code === "conflict" ? "A run is under way" : "It was not started"}>
          {error.message}
        </Alert>
      )}
      <Field
        label="Last day of data"
        hint={`Left empty: yesterday, ${lastDay} (UTC).`}
        {...(errors.date ? { error: errors.date } : {})}
      >
        <Input type="date" name="date" />
      </Field>
      <GamePicker chosen={games} onChange={setGames} {...(errors.gameSlugs ? { error: errors.gameSlugs } : {})} />
      <Checkbox name="isForced" label="Do it again, even if the day is done" hint="From the ground up: slower." />
      <Checkbox name="wait" label="Wait its turn if a run is under way" defaultChecked={isActive} />
      <FormEnd icon={<Play aria-hidden />} text="Start the run" isRunning={status === "running"} onCancel={onDone} />
    </form>
  );
}

type RunNowProps = { pipeline: Pipeline; isActive: boolean; lastDay: string };

/** Starts a pipeline by hand, for a day and some games where asked. */
export function RunNow({ pipeline, isActive, lastDay }: RunNowProps) {
  const dispatch = useAppDispatch();
  return (
    <ActionDialog
      variant="secondary"
      button={
        <>
          <Play aria-hidden />
          Run now
          <span className="sr-only">: {PIPELINE_NAMES[pipeline]}</span>
        </>
      }
      title={`Run ${PIPELINE_NAMES[pipeline]}`}
      description="A second run for the same day gives the same result."
      onClose={() => dispatch(startRunRequest.cancelled())}
    >
      {(close) => <RunForm pipeline={pipeline} isActive={isActive} lastDay={lastDay} onDone={close} />}
    </ActionDialog>
  );
}
