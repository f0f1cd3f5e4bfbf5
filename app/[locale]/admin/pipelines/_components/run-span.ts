import type { PipelineRun } from "@/lib/shared/pipelines";

export type Timed = Pick<PipelineRun, "startedAt" | "finishedAt">;

/** How long something took, or takes until now; null before it has begun. */
export function spanMsOf({ startedAt, finishedAt }: Timed, now: number): number | null {
  if (!startedAt) return null;
  return Math.max(0, (finishedAt ? Date.parse(finishedAt) : now) - Date.parse(startedAt));
}
