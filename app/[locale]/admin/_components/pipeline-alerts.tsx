import { useTranslations } from "next-intl";
import { Alert } from "@/app/_components/ui/alert";
import { useFormats } from "@/app/_i18n/use-formats";
import type { PipelineAlert } from "@/lib/shared/pipeline-views";
import { pipelineSchema } from "@/lib/shared/pipelines";

/** What an alert is about, by its key: `late:etl`, `failed:train`, `queue:still`, `queue:dead`. */
function useHeadline(): (key: string) => string {
  const t = useTranslations("pipelines");
  return (key) => {
    if (key === "queue:still") return t("alerts.queueStill");
    if (key === "queue:dead") return t("alerts.queueDead");
    const [what, name] = key.split(":");
    const pipeline = pipelineSchema.safeParse(name);
    if (!pipeline.success) return t("alerts.other");
    return t(what === "late" ? "alerts.late" : "alerts.failed", { pipeline: t(`names.${pipeline.data}`) });
  };
}

/** What is wrong now; the operators' own words of it are English, as in the log. */
export function PipelineAlerts({ alerts }: { alerts: readonly PipelineAlert[] }) {
  const t = useTranslations("pipelines");
  const toHeadline = useHeadline();
  const { moment } = useFormats();
  return alerts.map(({ id, key, message, raisedAt }) => (
    <Alert key={id} tone="warning" title={toHeadline(key)}>
      <p lang="en">{message}</p>
      <p className="text-xs">{t("alerts.since", { moment: moment(raisedAt) })}</p>
    </Alert>
  ));
}
