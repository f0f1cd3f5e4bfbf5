"use client";

import { CircleCheck, HeartCrack } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/app/_components/ui/card";
import { useFormats } from "@/app/_i18n/use-formats";
import { selectQueue } from "@/lib/client/features/pipelines/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import type { QueueState } from "@/lib/shared/pipeline-views";
import { pipelineSchema } from "@/lib/shared/pipelines";
import type { NextStart } from "./next-starts";
import { useNow } from "./use-now";

type Queue = QueueState["queues"][number];

/** What people call a queue; its own name where it is none of ours. */
function useQueueName(): (queue: Queue) => string {
  const t = useTranslations("pipelines");
  return ({ name }) => {
    const short = name.replace(/^kratos-/, "");
    const pipeline = pipelineSchema.safeParse(short);
    if (pipeline.success) return t(`names.${pipeline.data}`);
    return short === "schedule" || short === "dead" ? t(`operations.${short}`) : name;
  };
}

const COLUMNS = ["active", "ready", "deferred", "blocked", "failed"] as const;

function QueueTable({ queues }: { queues: readonly Queue[] }) {
  const t = useTranslations("pipelines");
  const { count } = useFormats();
  const nameOf = useQueueName();
  const label = t("operations.tasksInQueues");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="overflow-x-auto">
      <table aria-label={label} className="w-full text-sm">
        <thead className="text-muted text-xs">
          <tr>
            <th scope="col" className="py-1.5 pr-3 text-left font-medium">
              {t("operations.queue")}
            </th>
            {COLUMNS.map((key) => (
              <th key={key} scope="col" className="px-2 py-1.5 text-right font-medium">
                {t(`operations.columns.${key}`)}
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
              {COLUMNS.map((key) => (
                <td
                  key={key}
                  className={`px-2 py-1.5 text-right tabular-nums ${queue[key] === 0 ? "text-muted" : "font-semibold"}`}
                >
                  {count(queue[key])}
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
  const t = useTranslations("pipelines");
  const { age } = useFormats();
  if (workers.length === 0) {
    return <p className="text-muted text-sm">{t("operations.noWorker")}</p>;
  }
  return (
    <ul className="divide-y divide-line text-sm">
      {workers.map(({ id, host, pid, startedAt, heartbeatAt, isAlive }) => {
        const Icon = isAlive ? CircleCheck : HeartCrack;
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 py-1.5">
            <span className="flex min-w-0 items-center gap-2">
              <Icon aria-hidden className={`size-4 shrink-0 ${isAlive ? "text-success" : "text-danger"}`} />
              <span className="truncate font-medium">{t("operations.process", { host, pid: String(pid) })}</span>
            </span>
            <span className="text-muted text-xs">
              {isAlive
                ? t("operations.aliveFor", { age: age(now - Date.parse(startedAt)) })
                : t("operations.silentFor", { age: age(now - Date.parse(heartbeatAt)) })}
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
  const t = useTranslations("pipelines");
  const { moment } = useFormats();
  const { queues, workers } = useAppSelector(selectQueue) ?? rendered;
  const now = useNow(renderedAt, true);
  const alive = workers.filter(({ isAlive }) => isAlive).length;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-[5fr_4fr_3fr]">
      <Card className="grid content-start gap-2">
        <h2 className="font-semibold text-lg">{t("operations.queues")}</h2>
        <QueueTable queues={queues} />
      </Card>
      <Card className="grid content-start gap-2">
        <h2 className="flex items-baseline justify-between gap-2 font-semibold text-lg">
          {t("operations.workers")}
          <span className="font-medium text-muted text-sm">{t("operations.alive", { workers: alive })}</span>
        </h2>
        <Workers workers={workers} now={now} />
      </Card>
      <Card className="grid content-start gap-2">
        <h2 className="font-semibold text-lg">{t("operations.nextRuns")}</h2>
        {nextStarts.length === 0 && <p className="text-muted text-sm">{t("operations.allPaused")}</p>}
        <ol className="divide-y divide-line text-sm">
          {nextStarts.map(({ pipeline, at }) => (
            <li key={`${pipeline} ${at.getTime()}`} className="flex items-center justify-between gap-3 py-1.5">
              <span className="font-medium">{t(`names.${pipeline}`)}</span>
              <span className="text-muted text-xs">{moment(at)}</span>
            </li>
          ))}
        </ol>
      </Card>
    </div>
  );
}
