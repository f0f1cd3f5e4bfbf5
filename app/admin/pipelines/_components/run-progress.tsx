import { Progress } from "@/app/_components/ui/progress";
import type { TaskGroup } from "@/lib/shared/pipeline-views";
import { isActive, PIPELINE_NAMES, type PipelineRun } from "@/lib/shared/pipelines";

type RunProgressProps = { run: PipelineRun; tasks: readonly Pick<TaskGroup, "name" | "state">[] };

/** What a run does now: the tasks that are worked on, or why none is. */
function toWords(run: PipelineRun, tasks: RunProgressProps["tasks"]): string {
  if (run.state === "queued") return "waits for its turn";
  const working = new Set(tasks.filter(({ state }) => state === "running").map(({ name }) => name));
  return [...working].join(", ") || "waits for a worker";
}

/** How far an active run is, and what it does now. */
export function RunProgress({ run, tasks }: RunProgressProps) {
  if (!isActive(run.state)) return null;
  const percent = Math.round(run.progress * 100);
  return (
    <div className="grid min-w-40 gap-1">
      <Progress value={run.progress} label={`Progress of ${PIPELINE_NAMES[run.pipeline]} for ${run.day}`} />
      <p className="text-muted text-xs tabular-nums">
        {percent} %, {toWords(run, tasks)}
      </p>
    </div>
  );
}
