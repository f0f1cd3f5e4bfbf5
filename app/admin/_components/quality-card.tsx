import Link from "next/link";
import { RetrainButton } from "@/app/_components/forecast/retrain-button";
import { Badge } from "@/app/_components/ui/badge";
import { Card } from "@/app/_components/ui/card";
import type { StoreAccuracy } from "@/lib/shared/ledger";
import { FlaggedGames } from "./flagged-games";

/** Flagged games that the card names. */
const MAX_NAMED = 3;

/** How good the forecasts of the whole store were, and the games that ask for retraining. */
export function QualityCard({ accuracy }: { accuracy: StoreAccuracy }) {
  const { issued, backtest, flagged, retraining } = accuracy;
  const record = issued ?? backtest;
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      <h2 className="flex items-center justify-between gap-2 font-semibold text-lg">
        How good were we
        <Link href="/admin/forecasts" className="font-medium text-muted text-sm underline underline-offset-4">
          Week by week
        </Link>
      </h2>
      {record ? (
        <div className="grid justify-items-start gap-2 text-sm">
          {!issued && <Badge tone="warning">Back-tested</Badge>}
          <p>{record.words.join(" ")}</p>
        </div>
      ) : (
        <p className="text-muted text-sm">No forecast has met its day yet.</p>
      )}
      {flagged.length > 0 && (
        <>
          <h3 className="font-semibold text-sm">
            {flagged.length} {flagged.length === 1 ? "game" : "games"} behind repeating the last week
          </h3>
          <FlaggedGames games={flagged.slice(0, MAX_NAMED)} />
        </>
      )}
      {retraining.isAsked && <RetrainButton />}
    </Card>
  );
}
