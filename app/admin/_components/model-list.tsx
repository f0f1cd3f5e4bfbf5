import { formatDay } from "@/app/_components/charts/chart-format";
import { Badge } from "@/app/_components/ui/badge";
import { Card } from "@/app/_components/ui/card";
import type { ModelVersion } from "@/lib/shared/sales";

const decimal = new Intl.NumberFormat("en-US", { minimumFractionDigits: 3, maximumFractionDigits: 3 });

const statuses = {
  live: { tone: "success", text: "Live" },
  challenger: { tone: "neutral", text: "Challenger" },
  retired: { tone: "neutral", text: "Retired" },
} as const;

/** The newest models: a new one goes live only where it beats the live one. */
export function ModelList({ models }: { models: readonly ModelVersion[] }) {
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] content-start gap-3 p-4 sm:p-5">
      <h2 className="font-semibold text-lg">Models</h2>
      <p className="text-muted text-sm">
        A new model goes live only when it forecasts days that it has not seen better than the live one. MASE is its
        error on them, where 1 is that of repeating the last week within the past.
      </p>
      {models.length === 0 && <p className="text-sm">No model has been trained yet.</p>}
      <ul className="divide-y divide-line text-sm">
        {models.map(({ version, status, decision, trainedThrough, scores, naiveScores }) => (
          <li key={version} className="grid gap-1 py-3">
            <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="flex min-w-0 flex-wrap items-center gap-2">
                <span className="break-all font-semibold">{version}</span>
                <Badge tone={statuses[status].tone}>{statuses[status].text}</Badge>
              </span>
              {scores && (
                <span className="tabular-nums">
                  MASE <span className="font-semibold">{decimal.format(scores.mase)}</span>
                  {naiveScores && (
                    <span className="text-muted"> · repeating last week {decimal.format(naiveScores.mase)}</span>
                  )}
                </span>
              )}
            </span>
            <span className="text-muted text-xs">Trained on sales up to {formatDay(trainedThrough)}</span>
            {decision && <span className="text-muted text-xs first-letter:uppercase">{decision}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
