import { useTranslations } from "next-intl";
import { Card } from "@/app/_components/ui/card";
import { Link } from "@/app/_i18n/navigation";
import type { PipelineHealth } from "@/lib/server/pipelines/staff-queries";
import type { PipelineAlert } from "@/lib/shared/pipeline-views";
import { HealthLine, NextRun } from "./health-line";
import { PipelineAlerts } from "./pipeline-alerts";

type Props = { pipelines: readonly PipelineHealth[]; alerts: readonly PipelineAlert[]; now: number };

/** What is wrong at present, how old the last good run of each pipeline is, and when it runs next. */
export function HealthCard({ pipelines, alerts, now }: Props) {
  const t = useTranslations("admin");
  const tPipelines = useTranslations("pipelines");
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      <h2 className="flex items-center justify-between gap-2 font-semibold text-lg">
        {t("overview.pipelines.title")}
        <Link href="/admin/pipelines" className="font-medium text-muted text-sm underline underline-offset-4">
          {t("overview.pipelines.all")}
        </Link>
      </h2>
      <PipelineAlerts alerts={alerts} />
      <ul className="divide-y divide-line text-sm">
        {pipelines.map((health) => (
          <li key={health.pipeline} className="grid gap-1 py-2.5">
            <span className="flex flex-wrap items-center justify-between gap-x-3">
              <span className="font-medium">{tPipelines(`names.${health.pipeline}`)}</span>
              <HealthLine health={health} now={now} />
            </span>
            <NextRun health={health} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
