import { clsx } from "clsx";
import { CircleCheck, CirclePause, Clock3, Loader, TriangleAlert } from "lucide-react";
import type { PipelineHealth } from "@/lib/server/pipelines/staff-queries";
import { formatMoment } from "@/lib/shared/day-text";
import { formatAge } from "./moments";

/** How old the last good run of a pipeline is, or that one is under way. */
export function HealthLine({ health, now }: { health: PipelineHealth; now: number }) {
  if (health.activeRun) {
    return (
      <span className="flex items-center gap-1.5 text-primary">
        <Loader aria-hidden className="size-4" />
        {health.activeRun.state === "queued" ? "Waiting" : "Running"}
      </span>
    );
  }
  if (health.lastGoodRunAt === null) {
    return (
      <span className="flex items-center gap-1.5 text-warning">
        <TriangleAlert aria-hidden className="size-4" />
        Never ran well
      </span>
    );
  }
  const age = formatAge(now - Date.parse(health.lastGoodRunAt));
  return health.isLate ? (
    <span className="flex items-center gap-1.5 text-danger">
      <TriangleAlert aria-hidden className="size-4" />
      Late: last good run {age} ago
    </span>
  ) : (
    <span className="flex items-center gap-1.5 text-success">
      <CircleCheck aria-hidden className="size-4" />
      Good, {age} ago
    </span>
  );
}

/** When the schedule starts a pipeline next, or that it does not. */
export function NextRun({ health }: { health: PipelineHealth }) {
  const Icon = health.nextRunAt ? Clock3 : CirclePause;
  return (
    <span className={clsx("flex items-center gap-1.5 text-xs", health.nextRunAt ? "text-muted" : "text-warning")}>
      <Icon aria-hidden className="size-3.5" />
      {health.nextRunAt ? `Next ${formatMoment(new Date(health.nextRunAt))}` : "The schedule is paused"}
    </span>
  );
}
