import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { formatDay } from "@/app/_components/charts/chart-format";
import { RetrainButton } from "@/app/_components/forecast/retrain-button";
import { TrackRecords } from "@/app/_components/forecast/track-records";
import { PageHeader } from "@/app/_components/page-header";
import { Alert } from "@/app/_components/ui/alert";
import { Card } from "@/app/_components/ui/card";
import { FlaggedGames } from "@/app/admin/_components/flagged-games";
import { ModelList } from "@/app/admin/_components/model-list";
import { requireStaff } from "@/app/admin/_components/require-staff";
import { getStoreAccuracy } from "@/lib/server/ledger/queries";
import { listModelVersions } from "@/lib/server/sales/queries";
import type { StoreAccuracy } from "@/lib/shared/ledger";

export const metadata: Metadata = { title: "Forecast quality" };

function Flagged({ flagged, retraining }: StoreAccuracy) {
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] content-start gap-3 p-4 sm:p-5">
      <h2 className="font-semibold text-lg">Games that ask for retraining</h2>
      <p className="text-muted text-sm">
        A game stands here when repeating the last week was the better forecast in each of its last two weeks. It goes
        by itself when its forecasts are better again.
      </p>
      {flagged.length > 0 ? (
        <FlaggedGames games={flagged} />
      ) : (
        <p className="flex items-center gap-2 text-sm">
          <CircleCheck aria-hidden className="size-4 text-success" />
          None at present.
        </p>
      )}
      {retraining.trainedThrough && (
        <p className="text-muted text-xs">Last training: on sales up to {formatDay(retraining.trainedThrough)}</p>
      )}
    </Card>
  );
}

export default async function ForecastQualityPage() {
  const actor = await requireStaff();
  const [accuracy, models] = await Promise.all([getStoreAccuracy(actor), listModelVersions(actor)]);
  const { issued, backtest, retraining } = accuracy;
  return (
    <>
      <PageHeader
        title="Forecast quality"
        text="Every forecast is kept as it was served, and set beside what was sold when its days have come."
      />
      {retraining.isAsked && (
        <Alert tone="warning" title="The model should be trained again">
          <p>
            Some games were forecast worse than by repeating the last week, and no training has seen those weeks yet.
          </p>
          <div className="mt-3 text-foreground">
            <RetrainButton />
          </div>
        </Alert>
      )}
      <Card className="grid grid-cols-[minmax(0,1fr)] gap-4 p-4 sm:p-5">
        <h2 className="font-semibold text-lg">How good were we, all games together</h2>
        <TrackRecords issued={issued} backtest={backtest} name="all games" />
      </Card>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-2">
        <Flagged {...accuracy} />
        <ModelList models={models} />
      </div>
    </>
  );
}
