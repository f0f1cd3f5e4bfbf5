import { useTranslations } from "next-intl";
import { Badge } from "@/app/_components/ui/badge";
import { Card } from "@/app/_components/ui/card";
import { useFormats } from "@/app/_i18n/use-formats";
import type { ModelVersion } from "@/lib/shared/sales";

const tones = { live: "success", challenger: "neutral", retired: "neutral" } as const;

/** The newest models: a new one goes live only where it beats the live one. */
export function ModelList({ models }: { models: readonly ModelVersion[] }) {
  const t = useTranslations("admin");
  const { day, score } = useFormats();
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] content-start gap-3 p-4 sm:p-5">
      <h2 className="font-semibold text-lg">{t("models.title")}</h2>
      <p className="text-muted text-sm">{t("models.text")}</p>
      {models.length === 0 && <p className="text-sm">{t("models.none")}</p>}
      <ul className="divide-y divide-line text-sm">
        {models.map(({ version, status, decision, trainedThrough, scores, naiveScores }) => (
          <li key={version} className="grid gap-1 py-3">
            <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="flex min-w-0 flex-wrap items-center gap-2">
                <span className="break-all font-semibold">{version}</span>
                <Badge tone={tones[status]}>{t(`models.${status}`)}</Badge>
              </span>
              {scores && (
                <span className="tabular-nums">
                  {t.rich("models.mase", {
                    score: score(scores.mase),
                    strong: (text) => <span className="font-semibold">{text}</span>,
                  })}
                  {naiveScores && (
                    <span className="text-muted">{` · ${t("models.naive", { score: score(naiveScores.mase) })}`}</span>
                  )}
                </span>
              )}
            </span>
            <span className="text-muted text-xs">{t("models.trained", { day: day(trainedThrough) })}</span>
            {decision && (
              <span lang="en" className="text-muted text-xs first-letter:uppercase">
                {decision}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
