import { useTranslations } from "next-intl";
import { Card } from "@/app/_components/ui/card";
import type { GameAccuracy } from "@/lib/shared/ledger";
import { describeLaunch } from "@/lib/shared/ledger-words";
import { TrackRecords } from "./track-records";
import { useForecastWords } from "./use-forecast-words";

/** How good a game's forecasts were. */
export function AccuracyCard({ accuracy }: { accuracy: GameAccuracy }) {
  const t = useTranslations("forecast");
  const tell = useForecastWords();
  const { game, issued, backtest, launch } = accuracy;
  return (
    <Card id="accuracy" className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 p-4 sm:p-5">
      <h2 className="font-semibold text-lg">{t("parts.accuracy")}</h2>
      {launch && <p className="text-sm">{tell(describeLaunch(launch))}</p>}
      <TrackRecords issued={issued} backtest={backtest} name={game.title} of="game" />
    </Card>
  );
}
