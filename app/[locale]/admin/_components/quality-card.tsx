import { useTranslations } from "next-intl";
import { RetrainButton } from "@/app/_components/forecast/retrain-button";
import { useForecastWords } from "@/app/_components/forecast/use-forecast-words";
import { Badge } from "@/app/_components/ui/badge";
import { Card } from "@/app/_components/ui/card";
import { Link } from "@/app/_i18n/navigation";
import type { StoreAccuracy } from "@/lib/shared/ledger";
import { describeRecord } from "@/lib/shared/ledger-words";
import { FlaggedGames } from "./flagged-games";

/** Flagged games that the card names. */
const MAX_NAMED = 3;

/** How good the forecasts of the whole store were, and the games that ask for retraining. */
export function QualityCard({ accuracy }: { accuracy: StoreAccuracy }) {
  const t = useTranslations("admin");
  const tell = useForecastWords();
  const { issued, backtest, flagged, retraining } = accuracy;
  const record = issued ?? backtest;
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      <h2 className="flex items-center justify-between gap-2 font-semibold text-lg">
        {t("quality.title")}
        <Link href="/admin/forecasts" className="font-medium text-muted text-sm underline underline-offset-4">
          {t("quality.weekByWeek")}
        </Link>
      </h2>
      {record ? (
        <div className="grid justify-items-start gap-2 text-sm">
          {!issued && <Badge tone="warning">{t("quality.backtested")}</Badge>}
          <p>{tell(describeRecord(record, "store"))}</p>
        </div>
      ) : (
        <p className="text-muted text-sm">{t("quality.none")}</p>
      )}
      {flagged.length > 0 && (
        <>
          <h3 className="font-semibold text-sm">{t("quality.behind", { games: flagged.length })}</h3>
          <FlaggedGames games={flagged.slice(0, MAX_NAMED)} />
        </>
      )}
      {retraining.isAsked && <RetrainButton />}
    </Card>
  );
}
