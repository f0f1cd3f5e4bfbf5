import { useTranslations } from "next-intl";
import { Card } from "@/app/_components/ui/card";
import { HealthLine, NextRun } from "@/app/[locale]/admin/_components/health-line";
import type { PipelineHealth } from "@/lib/server/pipelines/staff-queries";
import { Backfill } from "./backfill-dialog";
import { RunNow } from "./run-dialog";
import { ScheduleButton } from "./schedule-button";

type PipelineCardsProps = {
  pipelines: readonly PipelineHealth[];
  now: number;
  /** The last whole day. */
  lastDay: string;
};

/** The pipelines with their health, and what can be done with each by hand. */
export function PipelineCards({ pipelines, now, lastDay }: PipelineCardsProps) {
  const t = useTranslations("pipelines");
  return (
    <ul className="grid gap-4 lg:grid-cols-3">
      {pipelines.map((health) => (
        <li key={health.pipeline}>
          <Card className="grid h-full content-between gap-4 text-sm">
            <div className="grid gap-1.5">
              <h2 className="font-semibold text-lg">{t(`names.${health.pipeline}`)}</h2>
              <p className="text-muted">{t(`texts.${health.pipeline}`)}</p>
            </div>
            <div className="grid gap-3">
              <div className="grid gap-1">
                <HealthLine health={health} now={now} />
                <NextRun health={health} />
                {health.waiting > 0 && (
                  <span className="text-muted text-xs">{t("health.waitingRuns", { runs: health.waiting })}</span>
                )}
              </div>
              <div className="-mr-2 flex flex-wrap items-center gap-1 border-line border-t pt-3">
                <RunNow pipeline={health.pipeline} isActive={health.activeRun !== null} lastDay={lastDay} />
                <Backfill pipeline={health.pipeline} />
                <ScheduleButton pipeline={health.pipeline} isPaused={health.isPaused} />
              </div>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}
