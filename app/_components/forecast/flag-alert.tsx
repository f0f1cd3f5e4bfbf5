import { useTranslations } from "next-intl";
import { Alert } from "@/app/_components/ui/alert";
import type { GameFlag } from "@/lib/shared/ledger";
import { describeFlag } from "@/lib/shared/ledger-words";
import { RetrainButton } from "./retrain-button";
import { useForecastWords } from "./use-forecast-words";

/** Says that a game's forecasts lose to the simplest rule; staff can have the model trained again. */
export function FlagAlert({ flag, canRetrain }: { flag: GameFlag; canRetrain: boolean }) {
  const t = useTranslations("forecast");
  const tell = useForecastWords();
  return (
    <Alert tone="warning" title={t("flag.title")}>
      <p>{tell(describeFlag(flag))}</p>
      {!flag.isRetrained && (
        <div className="mt-3 text-foreground">
          {canRetrain ? <RetrainButton /> : <p className="text-muted">{t("flag.staffSee")}</p>}
        </div>
      )}
    </Alert>
  );
}
