import { formatSpan } from "@/app/admin/_components/moments";
import type { PipelineRun } from "@/lib/shared/pipelines";

const SOURCES = { cron: "Schedule", cli: "Command line", staff: "By hand", backfill: "Backfill" } as const;

/** Who or what started a run. */
export function triggerOf(run: Pick<PipelineRun, "trigger" | "requestedBy">): string {
  const source = SOURCES[run.trigger];
  return run.requestedBy ? `${source}, ${run.requestedBy}` : source;
}

type Timed = Pick<PipelineRun, "startedAt" | "finishedAt">;

/** How long something took, or takes until now; null before it has begun. */
export function spanMsOf({ startedAt, finishedAt }: Timed, now: number): number | null {
  if (!startedAt) return null;
  return Math.max(0, (finishedAt ? Date.parse(finishedAt) : now) - Date.parse(startedAt));
}

/** How long a finished run or task took. */
export function tookOf({ startedAt, finishedAt }: Timed): string {
  return startedAt && finishedAt ? formatSpan(Date.parse(finishedAt) - Date.parse(startedAt)) : "–";
}

/** The games that a run works on, for people. */
export function gamesOf({ gameSlugs }: Pick<PipelineRun, "gameSlugs">): string {
  if (gameSlugs.length === 0) return "All";
  if (gameSlugs.length <= 2) return gameSlugs.join(", ");
  return `${gameSlugs.length} games`;
}

/** What a run works on. */
export function subjectOf(run: Pick<PipelineRun, "day" | "gameSlugs" | "isForced">): string {
  const games = run.gameSlugs.length > 0 ? `, only ${gamesOf(run)}` : "";
  return `${run.day}${games}${run.isForced ? ", from the ground up" : ""}`;
}
