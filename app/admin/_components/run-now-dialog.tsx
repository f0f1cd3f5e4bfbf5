"use client";

import { Play } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { selectStartRun } from "@/lib/client/features/pipelines/selectors";
import { startRunRequest } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { PIPELINE_NAMES, type Pipeline, startRunSchema } from "@/lib/shared/pipelines";

type RunNowFormProps = { pipeline: Pipeline; lastDay: string; onDone: () => void };

function readText(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" && value.trim() ? value.trim() : undefined;
}

function RunNowForm({ pipeline, lastDay, onDone }: RunNowFormProps) {
  const dispatch = useAppDispatch();
  const { status, error } = useAppSelector(selectStartRun);
  const [fields, setFields] = useState<Record<string, string>>({});

  useEffect(() => {
    if (status === "succeeded") onDone();
  }, [status, onDone]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const input = { pipeline, date: readText(form, "date"), gameSlug: readText(form, "gameSlug") };
    const parsed = startRunSchema.safeParse(input);
    if (parsed.success) dispatch(startRunRequest.requested(parsed.data));
    setFields(Object.fromEntries(parsed.error?.issues.map((issue) => [issue.path.join("."), issue.message]) ?? []));
  };

  const errors = { ...error?.fields, ...fields };
  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      {error && (
        <Alert tone="danger" title={error.code === "conflict" ? "It is running already" : "It was not started"}>
          {error.message}
        </Alert>
      )}
      <Field
        label="Last day of data"
        hint={`Left empty: yesterday, ${lastDay} (UTC).`}
        {...(errors.date ? { error: errors.date } : {})}
      >
        <Input type="date" name="date" max={lastDay} />
      </Field>
      <Field
        label="Only one game"
        hint="The last part of its address in the shop, such as ninth-winter. Left empty: all games."
        {...(errors.gameSlug ? { error: errors.gameSlug } : {})}
      >
        <Input name="gameSlug" autoComplete="off" spellCheck={false} />
      </Field>
      <div className="flex justify-end gap-3">
        <Button variant="ghost" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" disabled={status === "running"}>
          <Play aria-hidden />
          {status === "running" ? "Starting…" : "Start the run"}
        </Button>
      </div>
    </form>
  );
}

type RunNowProps = { pipeline: Pipeline; isActive: boolean; lastDay: string };

/** Starts a pipeline by hand, for a day and a game where asked. */
export function RunNow({ pipeline, isActive, lastDay }: RunNowProps) {
  const dispatch = useAppDispatch();
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    dispatch(startRunRequest.cancelled());
  };
  return (
    <>
      <Button size="sm" variant="secondary" disabled={isActive} onClick={() => setOpen(true)}>
        <Play aria-hidden />
        {isActive ? "Running" : "Run now"}
        <span className="sr-only">: {PIPELINE_NAMES[pipeline]}</span>
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={(open) => (open ? setOpen(true) : close())}
        title={`Run ${PIPELINE_NAMES[pipeline]}`}
        description="A second run for the same day gives the same result."
      >
        <RunNowForm pipeline={pipeline} lastDay={lastDay} onDone={close} />
      </Dialog>
    </>
  );
}
