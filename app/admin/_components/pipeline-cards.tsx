import { Card } from "@/app/_components/ui/card";
import type { PipelineHealth } from "@/lib/server/pipelines/staff-queries";
import { PIPELINE_NAMES } from "@/lib/shared/pipelines";
import { HealthLine, NextRun } from "./health-line";
import { PIPELINE_TEXTS } from "./pipeline-texts";
import { RunNow } from "./run-now-dialog";

type PipelineCardsProps = {
  pipelines: readonly PipelineHealth[];
  now: number;
  /** The last day that a run can work on. */
  lastDay: string;
};

/** The pipelines with their health, each to be run by hand. */
export function PipelineCards({ pipelines, now, lastDay }: PipelineCardsProps) {
  return (
    <ul className="grid gap-4 lg:grid-cols-3">
      {pipelines.map((health) => (
        <li key={health.pipeline}>
          <Card className="grid h-full content-between gap-4 text-sm">
            <div className="grid gap-1.5">
              <h2 className="font-semibold text-lg">{PIPELINE_NAMES[health.pipeline]}</h2>
              <p className="text-muted">{PIPELINE_TEXTS[health.pipeline]}</p>
            </div>
            <div className="flex flex-wrap items-end justify-between gap-3">
              <div className="grid gap-1">
                <HealthLine health={health} now={now} />
                <NextRun health={health} />
              </div>
              <RunNow pipeline={health.pipeline} isActive={health.activeRun !== null} lastDay={lastDay} />
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}
