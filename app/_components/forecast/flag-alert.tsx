import { Alert } from "@/app/_components/ui/alert";
import type { GameFlag } from "@/lib/shared/ledger";
import { describeFlag } from "@/lib/shared/ledger-words";
import { RetrainButton } from "./retrain-button";

/** Says that a game's forecasts lose to the simplest rule; staff can have the model trained again. */
export function FlagAlert({ flag, canRetrain }: { flag: GameFlag; canRetrain: boolean }) {
  return (
    <Alert tone="warning" title="Repeating the last week was the better forecast">
      <p>{describeFlag(flag)}</p>
      {!flag.isRetrained && (
        <div className="mt-3 text-foreground">
          {canRetrain ? <RetrainButton /> : <p className="text-muted">The store's staff see this, too.</p>}
        </div>
      )}
    </Alert>
  );
}
