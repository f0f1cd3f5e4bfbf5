import { clsx } from "clsx";
import { formatCount } from "@/app/_components/charts/chart-format";
import { Stat } from "@/app/_components/sales/stat";
import type { GameForecast } from "@/lib/shared/forecast";
import { formatMoney } from "@/lib/shared/money";
import { WINDOW_DAYS } from "@/lib/shared/sales";

/** What a game sold lately, and the sums of its forecast with the range of each. */
export function ForecastSums({ view }: { view: GameForecast }) {
  const recent = view.actual.slice(-WINDOW_DAYS);
  const units = recent.reduce((sum, day) => sum + day.units, 0);
  const amountCents = recent.reduce((sum, day) => sum + day.revenueCents, 0);
  const isLaunch = view.forecast?.kind === "launch";
  return (
    <dl className={clsx("grid gap-3 sm:gap-4", isLaunch ? "min-[30rem]:grid-cols-3" : "grid-cols-2 xl:grid-cols-4")}>
      {!isLaunch && (
        <Stat
          label={`Last ${WINDOW_DAYS} days`}
          value={formatCount(units)}
          detail={`${formatMoney({ amountCents, currency: view.game.currency })} revenue`}
        />
      )}
      {view.forecast?.summaries.map(({ horizonDays, units: predicted, lowerUnits, upperUnits }) => (
        <Stat
          key={horizonDays}
          label={`${isLaunch ? "First" : "Next"} ${horizonDays} days`}
          value={formatCount(predicted)}
          detail={`80 % range ${formatCount(lowerUnits)} – ${formatCount(upperUnits)}`}
        />
      ))}
    </dl>
  );
}
