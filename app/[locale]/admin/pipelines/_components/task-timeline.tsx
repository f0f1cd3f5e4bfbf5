"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";
import type { RunDetail } from "@/lib/shared/pipeline-views";
import type { PipelineTask } from "@/lib/shared/pipelines";
import { ATTEMPT_LOOKS, TONES } from "./run-state";
import { type TimedBar, type TimeScale, toLanes, toTimeScale } from "./timeline-layout";

type Bar = TimedBar & {
  task: PipelineTask;
  number: number;
  state: RunDetail["attempts"][number]["state"];
  worker: string;
};

/** `taskId` is that of the first shard. */
type Row = { name: string; taskId: string; lanes: Bar[][] };

function listBars({ tasks, attempts }: RunDetail, now: number): Bar[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return attempts.flatMap(({ taskId, number, state, worker, startedAt, finishedAt }) => {
    const task = byId.get(taskId);
    if (!task) return [];
    const startMs = Date.parse(startedAt);
    return [
      { task, number, state, worker, startMs, endMs: Math.max(startMs, finishedAt ? Date.parse(finishedAt) : now) },
    ];
  });
}

function listRows({ tasks }: RunDetail, bars: readonly Bar[]): Row[] {
  const first = new Map(tasks.toReversed().map(({ name, id }) => [name, id]));
  const names = [...new Set(tasks.map(({ name }) => name))];
  return names.map((name) => ({
    name,
    taskId: first.get(name) ?? "",
    lanes: toLanes(bars.filter(({ task }) => task.name === name)),
  }));
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

function Axis({ scale }: { scale: TimeScale }) {
  const { clock } = useFormats();
  // Below a second apart, ticks of the same second would bear the same name.
  const precision = scale.stepMs < 1000 ? "tenths" : "seconds";
  return (
    <div aria-hidden className="relative ml-28 h-6 text-muted text-xs tabular-nums sm:ml-36">
      {scale.ticks.map(({ ms, at }) => (
        <span
          key={ms}
          className={clsx(
            "absolute whitespace-nowrap",
            at < 0.05 ? "" : at > 0.95 ? "-translate-x-full" : "-translate-x-1/2",
          )}
          style={{ left: percent(at) }}
        >
          {clock(ms, precision)}
        </span>
      ))}
    </div>
  );
}

/** Lines of the clock behind the bars, and marks where idle time is cut out. */
function Backdrop({ scale }: { scale: TimeScale }) {
  const t = useTranslations("pipelines");
  const { shortSpan } = useFormats();
  return (
    <div aria-hidden className="pointer-events-none absolute inset-y-0 right-0 left-28 sm:left-36">
      {scale.ticks.map(({ ms, at }) => (
        <span key={ms} className="absolute inset-y-0 w-px bg-line" style={{ left: percent(at) }} />
      ))}
      {scale.gaps.map(({ at, width, ms }) => (
        <span
          key={at}
          className="absolute inset-y-0 grid place-items-center border-line border-x border-dashed bg-background/70 text-muted text-xs"
          style={{ left: percent(at), width: percent(width) }}
        >
          <span className="whitespace-nowrap [writing-mode:vertical-rl]">
            {t("timeline.idle", { span: shortSpan(ms) })}
          </span>
        </span>
      ))}
    </div>
  );
}

/** A bar is a picture, not a button: it is as wide as the attempt was long, and that may be too little to hit. */
function AttemptMark({ bar, scale }: { bar: Bar; scale: TimeScale }) {
  const t = useTranslations("pipelines");
  const { span } = useFormats();
  const { text, tone, Icon } = ATTEMPT_LOOKS[bar.state];
  const left = scale.toShare(bar.startMs);
  const { name, isMapped, shard } = bar.task;
  const words = t("attempts.bar", {
    task: isMapped ? t("tasks.shard", { task: name, shard: shard + 1 }) : name,
    number: bar.number,
    state: t(text),
    took: span(bar.endMs - bar.startMs),
    worker: bar.worker,
  });
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className="absolute inset-y-0.5 min-w-1.5 overflow-hidden rounded bg-surface hover:z-10"
      style={{ left: percent(left), width: percent(Math.max(0, scale.toShare(bar.endMs) - left)) }}
    >
      <span
        className={clsx(
          "flex size-full items-center overflow-hidden rounded border px-0.5 hover:border-foreground",
          TONES[tone],
          bar.state === "paused" && "border-dashed",
        )}
      >
        <Icon aria-hidden className="size-3 shrink-0" />
      </span>
    </span>
  );
}

type TaskTimelineProps = { run: RunDetail; now: number; onOpen: (taskId: string) => void };

/** When each attempt was worked on: a row for each task, as many lanes in it as were at work at once. */
export function TaskTimeline({ run, now, onOpen }: TaskTimelineProps) {
  const t = useTranslations("pipelines");
  const bars = listBars(run, now);
  const scale = toTimeScale(bars);
  if (bars.length === 0) return <p className="text-muted text-sm">{t("timeline.none")}</p>;
  const states = [...new Set(bars.map(({ state }) => state))];
  return (
    <div className="grid gap-3">
      <div className="overflow-x-auto">
        <div className="min-w-160">
          <Axis scale={scale} />
          <div className="relative">
            <Backdrop scale={scale} />
            <ul className="relative divide-y divide-line border-line border-y">
              {listRows(run, bars).map(({ name, taskId, lanes }) => (
                <li key={name} className="flex min-h-8 items-center py-1">
                  <button
                    type="button"
                    onClick={() => onOpen(taskId)}
                    title={t("tasks.openTitle", { task: name })}
                    className="min-h-6 w-28 shrink-0 truncate pr-3 text-left font-medium text-sm hover:text-primary sm:w-36"
                  >
                    {name}
                  </button>
                  <div className="grid grow">
                    {lanes.map((lane) => (
                      <div key={`${lane[0]?.task.id} ${lane[0]?.number}`} className="relative h-6">
                        {lane.map((bar) => (
                          <AttemptMark key={`${bar.task.id} ${bar.number}`} bar={bar} scale={scale} />
                        ))}
                      </div>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          </div>
        </div>
      </div>
      <ul aria-label={t("timeline.key")} className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
        {states.map((state) => {
          const { text, tone, Icon } = ATTEMPT_LOOKS[state];
          return (
            <li key={state} className="flex items-center gap-1.5">
              <span className={clsx("grid size-5 place-items-center rounded border", TONES[tone])}>
                <Icon aria-hidden className="size-3" />
              </span>
              {t(text)}
            </li>
          );
        })}
        <li>{t("timeline.note")}</li>
      </ul>
    </div>
  );
}
