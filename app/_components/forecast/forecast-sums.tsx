import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Stat } from "@/app/_components/sales/stat";
import { useFormats } from "@/app/_i18n/use-formats";
import type { GameForecast } from "@/lib/shared/forecast";
import { WINDOW_DAYS } from "@/lib/shared/sales";

/** What a game sold lately, and the sums of its forecast with the range of each. */
export function ForecastSums({ view }: { view: GameForecast }) {
  const t = useTranslations("forecast");
  const { count, band, money } = useFormats();
  const recent = view.actual.slice(-WINDOW_DAYS);
  const units = recent.reduce((sum, day) => sum + day.units, 0);
  const amountCents = recent.reduce((sum, day) => sum + day.revenueCents, 0);
  const isLaunch = view.forecast?.kind === "launch";
  return (
    <dl className={clsx("grid gap-3 sm:gap-4", isLaunch ? "min-[30rem]:grid-cols-3" : "grid-cols-2 xl:grid-cols-4")}>
      {!isLaunch && (
        <Stat
          label={t("sums.last", { days: WINDOW_DAYS })}
          value={count(units)}
          detail={t("sums.revenue", { amount: money({ amountCents, currency: view.game.currency }) })}
        />
      )}
      {view.forecast?.summaries.map(({ horizonDays, units: predicted, lowerUnits, upperUnits }) => (
        <Stat
          key={horizonDays}
          label={t(isLaunch ? "sums.first" : "sums.next", { days: horizonDays })}
          value={count(predicted)}
          detail={t("sums.range", { range: band([lowerUnits, upperUnits]) })}
        />
      ))}
    </dl>
  );
}
