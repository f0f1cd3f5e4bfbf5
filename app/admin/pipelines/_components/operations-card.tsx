"use client";

import { CircleCheck, HeartCrack } from "lucide-react";
import { formatCount } from "@/app/_components/charts/chart-format";
import { Card } from "@/app/_components/ui/card";
import { formatAge } from "@/app/admin/_components/moments";
import { selectQueue } from "@/lib/client/features/pipelines/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import { formatMoment } from "@/lib/shared/day-text";
import type { QueueState } from "@/lib/shared/pipeline-views";
import { PIPELINE_NAMES, pipelineSchema } from "@/lib/shared/pipelines";
import type { NextStart } from "./next-starts";
import { useNow } from "./use-now";

type Queue = QueueState["queues"][number];

const OTHER_QUEUES: Record<string, string> = { schedule: "Schedule", dead: "Given up" };

/** What people call a queue; its own name where it is none of ours. */
function nameOf({ name }: Queue): string {
  const short = name.replace(/^kratos-/, "");
  const pipeline = pipelineSchema.safeParse(short);
  return pipeline.success ? PIPELINE_NAMES[pipeline.data] : (OTHER_QUEUES[short] ?? name);
}

const COLUMNS = [
  { key: "active", name: "Working" },
  { key: "ready", name: "Ready" },
  { key: "deferred", name: "Later" },
  { key: "blocked", name: "Blocked" },
  { key: "failed", name: "Failed" },
] as const;

function QueueTable({ queues }: { queues: readonly Queue[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label="Tasks in the queues" tabIndex={0} className="overflow-x-auto">
      <table aria-label="Tasks in the queues" className="w-full text-sm">
        <thead className="text-muted text-xs">
          <tr>
            <th scope="col" className="py-1.5 pr-3 text-left font-medium">
              Queue
            </th>
            {COLUMNS.map(({ key, name }) => (
              <th key={key} scope="col" className="px-2 py-1.5 text-right font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-line border-t">
          {queues.map((queue) => (
            <tr key={queue.name}>
              <th scope="row" className="whitespace-nowrap py-1.5 pr-3 text-left font-medium">
                {nameOf(queue)}
              </th>
              {COLUMNS.map(({ key }) => (
                <td
                  key={key}
                  className={`px-2 py-1.5 text-right tabular-nums ${queue[key] === 0 ? "text-muted" : "font-semibold"}`}
                >
                  {formatCount(queue[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Workers({ workers, now }: { workers: QueueState["workers"]; now: number }) {
  if (workers.length === 0) {
    return <p className="text-muted text-sm">No worker runs. Runs go on with the next call of the cron or a worker.</p>;
  }
  return (
    <ul className="divide-y divide-line text-sm">
      {workers.map(({ id, host, pid, startedAt, heartbeatAt, isAlive }) => {
        const Icon = isAlive ? CircleCheck : HeartCrack;
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 py-1.5">
            <span className="flex min-w-0 items-center gap-2">
              <Icon aria-hidden className={`size-4 shrink-0 ${isAlive ? "text-success" : "text-danger"}`} />
              <span className="truncate font-medium">
                {host}, process {pid}
              </span>
            </span>
            <span className="text-muted text-xs">
              {isAlive
                ? `alive, for ${formatAge(now - Date.parse(startedAt))}`
                : `silent for ${formatAge(now - Date.parse(heartbeatAt))}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

type OperationsCardProps = { queue: QueueState; nextStarts: readonly NextStart[]; now: number };

/** The queues, the workers and what the schedule starts next; the first two are live. */
export function OperationsCard({ queue: rendered, nextStarts, now: renderedAt }: OperationsCardProps) {
  const { queues, workers } = useAppSelector(selectQueue) ?? rendered;
  const now = useNow(renderedAt, true);
  const alive = workers.filter(({ isAlive }) => isAlive).length;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-[5fr_4fr_3fr]">
      <Card className="grid content-start gap-2">
        <h2 className="font-semibold text-lg">Queues</h2>
        <QueueTable queues={queues} />
      </Card>
      <Card className="grid content-start gap-2">
        <h2 className="flex items-baseline justify-between gap-2 font-semibold text-lg">
          Workers
          <span className="font-medium text-muted text-sm">{alive} alive</span>
        </h2>
        <Workers workers={workers} now={now} />
      </Card>
      <Card className="grid content-start gap-2">
        <h2 className="font-semibold text-lg">Next runs</h2>
        {nextStarts.length === 0 && <p className="text-muted text-sm">Every schedule is paused.</p>}
        <ol className="divide-y divide-line text-sm">
          {nextStarts.map(({ pipeline, at }) => (
            <li key={`${pipeline} ${at.getTime()}`} className="flex items-center justify-between gap-3 py-1.5">
              <span className="font-medium">{PIPELINE_NAMES[pipeline]}</span>
              <span className="text-muted text-xs">{formatMoment(at)}</span>
            </li>
          ))}
        </ol>
      </Card>
    </div>
  );
}
