import { clsx } from "clsx";
import { CircleCheck, CirclePause, Clock3, Loader, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";
import type { PipelineHealth } from "@/lib/server/pipelines/staff-queries";

/** How old the last good run of a pipeline is, or that one is under way. */
export function HealthLine({ health, now }: { health: PipelineHealth; now: number }) {
  const t = useTranslations("pipelines");
  const { ago } = useFormats();
  if (health.activeRun) {
    return (
      <span className="flex items-center gap-1.5 text-primary">
        <Loader aria-hidden className="size-4" />
        {t(health.activeRun.state === "queued" ? "health.waiting" : "health.running")}
      </span>
    );
  }
  if (health.lastGoodRunAt === null) {
    return (
      <span className="flex items-center gap-1.5 text-warning">
        <TriangleAlert aria-hidden className="size-4" />
        {t("health.never")}
      </span>
    );
  }
  const age = ago(now - Date.parse(health.lastGoodRunAt));
  return health.isLate ? (
    <span className="flex items-center gap-1.5 text-danger">
      <TriangleAlert aria-hidden className="size-4" />
      {t("health.late", { ago: age })}
    </span>
  ) : (
    <span className="flex items-center gap-1.5 text-success">
      <CircleCheck aria-hidden className="size-4" />
      {t("health.good", { ago: age })}
    </span>
  );
}

/** When the schedule starts a pipeline next, or that it does not. */
export function NextRun({ health }: { health: PipelineHealth }) {
  const t = useTranslations("pipelines");
  const { moment } = useFormats();
  const Icon = health.nextRunAt ? Clock3 : CirclePause;
  return (
    <span className={clsx("flex items-center gap-1.5 text-xs", health.nextRunAt ? "text-muted" : "text-warning")}>
      <Icon aria-hidden className="size-3.5" />
      {health.nextRunAt ? t("health.next", { moment: moment(health.nextRunAt) }) : t("health.paused")}
    </span>
  );
}
