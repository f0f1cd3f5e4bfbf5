import { useTranslations } from "next-intl";
import { Stat } from "@/app/_components/sales/stat";
import { Trend } from "@/app/_components/sales/trend";
import { useFormats } from "@/app/_i18n/use-formats";
import { FORECAST_DAYS, type SalesOverview, type WindowTotals } from "@/lib/shared/sales";
import { computeTrend } from "@/lib/shared/sales-series";

function Revenue({ revenue }: { revenue: WindowTotals["revenue"] }) {
  const t = useTranslations("admin");
  const { money } = useFormats();
  const [main, ...others] = revenue;
  if (!main) return "–";
  return (
    <>
      {money(main)}
      {others.map((other) => (
        <span key={other.currency} className="block font-medium text-muted text-sm">
          {t("overview.stats.more", { amount: money(other) })}
        </span>
      ))}
    </>
  );
}

/** The change of the window's main currency: sums of different currencies are not compared. */
function revenueTrend({ current, previous }: SalesOverview): number | null {
  const [main] = current.revenue;
  const before = previous.revenue.find(({ currency }) => currency === main?.currency);
  return main && before ? computeTrend(main.amountCents, before.amountCents) : null;
}

/** The last 28 days against the 28 before, and the next 60. */
export function OverviewStats({ overview }: { overview: SalesOverview }) {
  const t = useTranslations("admin");
  const { count, band, money } = useFormats();
  const { current, previous, forecast, forecastGames: games } = overview;
  const before = (value: string) => t("overview.stats.before", { value });
  const [revenueBefore] = previous.revenue;
  return (
    <dl className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-5 [&>:last-child]:max-xl:col-span-2">
      <Stat
        label={t("overview.stats.units")}
        value={count(current.units)}
        aside={<Trend value={computeTrend(current.units, previous.units)} />}
        detail={before(count(previous.units))}
      />
      <Stat
        label={t("overview.stats.revenue")}
        value={<Revenue revenue={current.revenue} />}
        aside={<Trend value={revenueTrend(overview)} />}
        detail={revenueBefore && before(money(revenueBefore))}
      />
      <Stat
        label={t("overview.stats.orders")}
        value={count(current.orders)}
        aside={<Trend value={computeTrend(current.orders, previous.orders)} />}
        detail={before(count(previous.orders))}
      />
      <Stat
        label={t("overview.stats.refunds")}
        value={count(current.refundedUnits)}
        aside={<Trend value={computeTrend(current.refundedUnits, previous.refundedUnits)} isDownGood />}
        detail={before(count(previous.refundedUnits))}
      />
      <Stat
        label={t("overview.stats.next", { days: FORECAST_DAYS })}
        value={forecast ? count(forecast.units) : "–"}
        detail={
          forecast
            ? t("overview.stats.forecast", { range: band([forecast.lowerUnits, forecast.upperUnits]), games })
            : t("overview.stats.noForecast")
        }
      />
    </dl>
  );
}
