import { BrainCircuit } from "lucide-react";
import { formatDay } from "@/app/_components/charts/chart-format";
import { Badge } from "@/app/_components/ui/badge";
import { Card } from "@/app/_components/ui/card";
import type { LiveModel, Scores } from "@/lib/shared/sales";

const decimal = new Intl.NumberFormat("en-US", { minimumFractionDigits: 3, maximumFractionDigits: 3 });
const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });

const measures: { name: string; hint: string; show: (scores: Scores) => string }[] = [
  { name: "MASE", hint: "error, 1 is last week's day repeated", show: ({ mase }) => decimal.format(mase) },
  { name: "WAPE", hint: "error as a share of sales", show: ({ wape }) => percent.format(wape) },
  {
    name: "Coverage",
    hint: "days within the 80 % band",
    show: ({ coverage }) => (coverage === null ? "–" : percent.format(coverage)),
  },
];

function ScoreTable({ model, naive }: { model: Scores; naive: Scores }) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">Scores on the last 60 days, held out of the training</caption>
      <thead className="text-muted text-xs">
        <tr>
          <th scope="col" className="py-1.5 text-left font-medium">
            Held-out 60 days
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            Model
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            Seasonal naive
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {measures.map(({ name, hint, show }) => (
          <tr key={name}>
            <th scope="row" className="py-2 text-left font-normal">
              {name} <span className="block text-muted text-xs">{hint}</span>
            </th>
            <td className="py-2 text-right font-semibold tabular-nums">{show(model)}</td>
            <td className="py-2 text-right text-muted tabular-nums">{show(naive)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The model that forecasts now, with its held-out scores beside the simplest rival's. */
export function ModelCard({ model }: { model: LiveModel | null }) {
  const isBetter = model?.scores && model.naiveScores && model.scores.mase < model.naiveScores.mase;
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      <h2 className="flex items-center justify-between gap-2 font-semibold text-lg">
        Live model
        {model?.scores && model.naiveScores && (
          <Badge tone={isBetter ? "success" : "warning"}>
            {isBetter ? "Beats seasonal naive" : "Behind seasonal naive"}
          </Badge>
        )}
      </h2>
      {model ? (
        <>
          <p className="break-words text-muted text-sm">
            <span className="font-medium text-foreground">{model.version}</span>, trained on sales up to{" "}
            {formatDay(model.trainedThrough)}
          </p>
          {model.scores && model.naiveScores ? (
            <ScoreTable model={model.scores} naive={model.naiveScores} />
          ) : (
            <p className="text-muted text-sm">Its training run wrote no scores.</p>
          )}
        </>
      ) : (
        <p className="flex items-center gap-2 text-muted text-sm">
          <BrainCircuit aria-hidden className="size-4" />
          No model has been trained yet. Run the training pipeline after the first ETL.
        </p>
      )}
    </Card>
  );
}
