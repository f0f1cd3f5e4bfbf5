import type { PipelineRun } from "@/lib/shared/pipelines";
import { formatSpan } from "./moments";

/** Who or what started a run. */
export function triggerOf(run: PipelineRun): string {
  if (run.trigger === "cron") return "Schedule";
  if (run.trigger === "cli") return "Command line";
  return run.requestedBy ? `By hand, ${run.requestedBy}` : "By hand";
}

/** How long a finished run or task took. */
export function tookOf({ startedAt, finishedAt }: Pick<PipelineRun, "startedAt" | "finishedAt">): string {
  return startedAt && finishedAt ? formatSpan(Date.parse(finishedAt) - Date.parse(startedAt)) : "–";
}

/** What a run works on. */
export function subjectOf(run: PipelineRun): string {
  return run.gameSlug ? `${run.day}, only ${run.gameSlug}` : run.day;
}
