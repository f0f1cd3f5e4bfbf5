import { Progress } from "@/app/_components/ui/progress";
import { isActive, PIPELINE_NAMES, type PipelineRun } from "@/lib/shared/pipelines";

/** How far an active run is, and what it does now. */
export function RunProgress({ run }: { run: PipelineRun }) {
  if (!isActive(run.state)) return null;
  const percent = Math.round(run.progress * 100);
  const doing = run.state === "queued" ? "waits for its turn" : run.step || "between two tasks";
  return (
    <div className="grid min-w-40 gap-1">
      <Progress value={run.progress} label={`Progress of ${PIPELINE_NAMES[run.pipeline]} for ${run.day}`} />
      <p className="text-muted text-xs tabular-nums">
        {percent} %, {doing}
      </p>
    </div>
  );
}
