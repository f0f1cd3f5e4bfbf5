import { CircleCheck, Clock3, Loader, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Card } from "@/app/_components/ui/card";
import type { PipelineHealth } from "@/lib/server/pipelines/staff-queries";
import { formatMoment, formatSpan } from "./moments";
import { PIPELINE_LABELS } from "./pipeline-names";

function StateLine({ health, now }: { health: PipelineHealth; now: number }) {
  if (health.activeRun) {
    return (
      <span className="flex items-center gap-1.5 text-chart-2">
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
  const age = formatSpan(now - Date.parse(health.lastGoodRunAt));
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

/** How old the last good run of each pipeline is, and when it runs next. */
export function HealthCard({ pipelines, now }: { pipelines: readonly PipelineHealth[]; now: number }) {
  return (
    <Card className="grid content-start gap-3">
      <h2 className="flex items-center justify-between gap-2 font-semibold text-lg">
        Pipelines
        <Link href="/admin/pipelines" className="font-medium text-muted text-sm underline underline-offset-4">
          All runs
        </Link>
      </h2>
      <ul className="divide-y divide-line text-sm">
        {pipelines.map((health) => (
          <li key={health.pipeline} className="grid gap-1 py-2.5">
            <span className="flex flex-wrap items-center justify-between gap-x-3">
              <span className="font-medium">{PIPELINE_LABELS[health.pipeline].name}</span>
              <StateLine health={health} now={now} />
            </span>
            <span className="flex items-center gap-1.5 text-muted text-xs">
              <Clock3 aria-hidden className="size-3.5" />
              Next {formatMoment(health.nextRunAt)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
