import { BrainCircuit } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/app/_components/ui/badge";
import { Card } from "@/app/_components/ui/card";
import { useFormats } from "@/app/_i18n/use-formats";
import type { Formats } from "@/lib/shared/formats/formats";
import type { LiveModel, Scores } from "@/lib/shared/sales";

const measures = [
  { name: "mase", show: ({ mase }: Scores, { score }: Formats) => score(mase) },
  { name: "wape", show: ({ wape }: Scores, { exactShare }: Formats) => exactShare(wape) },
  {
    name: "coverage",
    show: ({ coverage }: Scores, { exactShare }: Formats) => (coverage === null ? "–" : exactShare(coverage)),
  },
] as const;

function ScoreTable({ model, naive }: { model: Scores; naive: Scores }) {
  const t = useTranslations("admin");
  const formats = useFormats();
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t("model.scores.caption")}</caption>
      <thead className="text-muted text-xs">
        <tr>
          <th scope="col" className="py-1.5 text-left font-medium">
            {t("model.scores.heldOut")}
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            {t("model.scores.model")}
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            {t("model.scores.naive")}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {measures.map(({ name, show }) => (
          <tr key={name}>
            <th scope="row" className="py-2 text-left font-normal">
              {t(`model.scores.${name}`)}
              <span className="block text-muted text-xs">{t(`model.scores.${name}Hint`)}</span>
            </th>
            <td className="py-2 text-right font-semibold tabular-nums">{show(model, formats)}</td>
            <td className="py-2 text-right text-muted tabular-nums">{show(naive, formats)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The model that forecasts now, with its held-out scores beside the simplest rival's. */
export function ModelCard({ model }: { model: LiveModel | null }) {
  const t = useTranslations("admin");
  const { day } = useFormats();
  const isBetter = model?.scores && model.naiveScores && model.scores.mase < model.naiveScores.mase;
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      <h2 className="flex items-center justify-between gap-2 font-semibold text-lg">
        {t("model.title")}
        {model?.scores && model.naiveScores && (
          <Badge tone={isBetter ? "success" : "warning"}>{t(isBetter ? "model.beats" : "model.isBehind")}</Badge>
        )}
      </h2>
      {model ? (
        <>
          <p className="break-words text-muted text-sm">
            {t.rich("model.trained", {
              version: model.version,
              day: day(model.trainedThrough),
              strong: (text) => <span className="font-medium text-foreground">{text}</span>,
            })}
          </p>
          {model.scores && model.naiveScores ? (
            <ScoreTable model={model.scores} naive={model.naiveScores} />
          ) : (
            <p className="text-muted text-sm">{t("model.noScores")}</p>
          )}
        </>
      ) : (
        <p className="flex items-center gap-2 text-muted text-sm">
          <BrainCircuit aria-hidden className="size-4" />
          {t("model.none")}
        </p>
      )}
    </Card>
  );
}
