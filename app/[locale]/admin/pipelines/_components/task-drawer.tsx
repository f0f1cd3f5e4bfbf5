"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Dialog } from "@/app/_components/ui/dialog";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { useSaid } from "@/app/_i18n/use-said";
import { selectAskAttempts, selectAttempts } from "@/lib/client/features/pipelines/selectors";
import { attemptsRequest } from "@/lib/client/features/pipelines/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { RunDetail } from "@/lib/shared/pipeline-views";
import { isActive, type PipelineTask } from "@/lib/shared/pipelines";
import { AttemptCard } from "./attempt-card";
import { CountsList } from "./counts";
import { RerunButton } from "./rerun-button";
import { TASK_LOOKS, TaskStateBadge, TONES } from "./run-state";

type ShardPickerProps = { shards: readonly PipelineTask[]; chosenId: string; onChoose: (taskId: string) => void };

/** The shards of a mapped task, each in its state; one is looked at. */
function ShardPicker({ shards, chosenId, onChoose }: ShardPickerProps) {
  const t = useTranslations("pipelines");
  if (shards.length < 2) return null;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-medium text-sm">{t("tasks.shards")}</legend>
      <div className="flex flex-wrap gap-1.5">
        {shards.map(({ id, shard, state }) => {
          const { text, tone, Icon } = TASK_LOOKS[state];
          const label = t("tasks.shardState", { shard: shard + 1, state: t(text) });
          return (
            <button
              key={id}
              type="button"
              aria-pressed={id === chosenId}
              aria-label={label}
              title={label}
              onClick={() => onChoose(id)}
              className={clsx(
                "flex h-8 min-w-12 items-center justify-center gap-1 rounded-md border px-1.5 text-xs tabular-nums",
                TONES[tone],
                id === chosenId && "outline-2 outline-accent outline-offset-1",
              )}
            >
              <Icon aria-hidden className="size-3" />
              {shard + 1}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}

/** Asks for the attempts of a task, and again whenever the run has changed. */
function useAttempts(run: RunDetail, taskId: string) {
  const dispatch = useAppDispatch();
  const { status, error } = useAppSelector(selectAskAttempts);
  const attempts = useAppSelector(selectAttempts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the run is what asks anew
  useEffect(() => {
    dispatch(attemptsRequest.requested({ runId: run.id, taskId }));
  }, [dispatch, run.id, taskId, run.changedAt]);
  return { attempts, error, isFirst: attempts.length === 0 && status === "running" };
}

function TaskPanel({
  run,
  task,
  onChoose,
}: {
  run: RunDetail;
  task: PipelineTask;
  onChoose: (taskId: string) => void;
}) {
  const t = useTranslations("pipelines");
  const speak = useSaid();
  const { attempts, error, isFirst } = useAttempts(run, task.id);
  const shards = run.tasks.filter(({ name }) => name === task.name);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <TaskStateBadge state={task.state} />
        {!isActive(run.state) && <RerunButton run={run} task={task.name} />}
      </div>
      {task.after.length > 0 && <p className="text-muted">{t("tasks.waitsFor", { tasks: task.after.join(", ") })}</p>}
      <ShardPicker shards={shards} chosenId={task.id} onChoose={onChoose} />
      {Object.keys(task.counts).length > 0 && <CountsList counts={task.counts} />}
      <section aria-label={t("tasks.attempts")} className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <h3 className="font-semibold text-base">{t("tasks.attempts")}</h3>
        {error && <Alert tone="warning">{speak(error.message)}</Alert>}
        {isFirst && <Skeleton className="h-24" />}
        {!isFirst && attempts.length === 0 && <p className="text-muted">{t("tasks.nobodyYet")}</p>}
        {[...attempts].reverse().map((attempt, index) => (
          <AttemptCard key={attempt.number} attempt={attempt} isOpen={index === 0} />
        ))}
      </section>
    </div>
  );
}

type TaskDrawerProps = { run: RunDetail; taskId: string | null; onChoose: (taskId: string | null) => void };

/** A task of a run from the side: its shards, its attempts with their errors and logs, and how to do it again. */
export function TaskDrawer({ run, taskId, onChoose }: TaskDrawerProps) {
  const t = useTranslations("pipelines");
  const task = run.tasks.find(({ id }) => id === taskId);
  return (
    <Dialog
      open={task !== undefined}
      onOpenChange={(open) => {
        if (!open) onChoose(null);
      }}
      title={task?.isMapped ? t("tasks.shard", { task: task.name, shard: task.shard + 1 }) : (task?.name ?? "")}
      shape="drawer"
    >
      {task && <TaskPanel run={run} task={task} onChoose={onChoose} />}
    </Dialog>
  );
}
