import { useTranslations } from "next-intl";
import { Progress } from "@/app/_components/ui/progress";
import { useFormats } from "@/app/_i18n/use-formats";
import type { TaskGroup } from "@/lib/shared/pipeline-views";
import { isActive, type PipelineRun } from "@/lib/shared/pipelines";

type RunProgressProps = { run: PipelineRun; tasks: readonly Pick<TaskGroup, "name" | "state">[] };

/** How far an active run is, and what it does now. */
export function RunProgress({ run, tasks }: RunProgressProps) {
  const t = useTranslations("pipelines");
  const { day, share } = useFormats();
  if (!isActive(run.state)) return null;
  const working = new Set(tasks.filter(({ state }) => state === "running").map(({ name }) => name));
  const waits = t(run.state === "queued" ? "run.waitsForTurn" : "run.waitsForWorker");
  const about = { pipeline: t(`names.${run.pipeline}`), day: day(run.day) };
  return (
    <div className="grid min-w-40 gap-1">
      <Progress value={run.progress} label={t("run.progressOf", about)} />
      <p className="text-muted text-xs tabular-nums">
        {t("run.progress", { share: share(run.progress), tasks: [...working].join(", ") || waits })}
      </p>
    </div>
  );
}
