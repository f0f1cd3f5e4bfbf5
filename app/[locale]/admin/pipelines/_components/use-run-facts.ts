import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";
import type { PipelineRun } from "@/lib/shared/pipelines";
import type { Timed } from "./run-span";

/** Says what a run is and how it went, in the page's language. */
export function useRunFacts() {
  const t = useTranslations("pipelines");
  const formats = useFormats();

  /** The games that a run works on. */
  const gamesOf = ({ gameSlugs }: Pick<PipelineRun, "gameSlugs">): string => {
    if (gameSlugs.length === 0) return t("run.allGames");
    if (gameSlugs.length <= 2) return gameSlugs.join(", ");
    return t("run.someGames", { games: gameSlugs.length });
  };

  return {
    gamesOf,
    /** What people call a run. */
    nameOf: ({ pipeline, day }: Pick<PipelineRun, "pipeline" | "day">): string =>
      t("runFor", { pipeline: t(`names.${pipeline}`), day: formats.day(day) }),
    /** What a run works on. */
    subjectOf: (run: Pick<PipelineRun, "day" | "gameSlugs" | "isForced">): string => {
      const day = formats.day(run.day);
      const subject = run.gameSlugs.length > 0 ? t("run.onlyGames", { day, games: gamesOf(run) }) : day;
      return run.isForced ? `${subject}, ${t("run.fromScratch")}` : subject;
    },
    /** Who or what started a run. */
    triggerOf: ({ trigger, requestedBy }: Pick<PipelineRun, "trigger" | "requestedBy">): string => {
      const source = t(`run.triggers.${trigger}`);
      return requestedBy ? `${source}, ${requestedBy}` : source;
    },
    /** How long a finished run or task took. */
    tookOf: ({ startedAt, finishedAt }: Timed): string =>
      startedAt && finishedAt ? formats.span(Date.parse(finishedAt) - Date.parse(startedAt)) : "–",
  };
}
