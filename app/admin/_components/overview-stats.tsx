import { formatCount } from "@/app/_components/charts/chart-format";
import { Stat } from "@/app/_components/sales/stat";
import { Trend } from "@/app/_components/sales/trend";
import { formatMoney } from "@/lib/shared/money";
import type { SalesOverview, WindowTotals } from "@/lib/shared/sales";
import { computeTrend } from "@/lib/shared/sales-series";

function Revenue({ revenue }: { revenue: WindowTotals["revenue"] }) {
  const [main, ...others] = revenue;
  if (!main) return "–";
  return (
    <>
      {formatMoney(main)}
      {others.map((money) => (
        <span key={money.currency} className="block font-medium text-muted text-sm">
          + {formatMoney(money)}
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
  const { current, previous, forecast, forecastGames } = overview;
  const before = (count: number) => `${formatCount(count)} before`;
  return (
    <dl className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-5 [&>:last-child]:max-xl:col-span-2">
      <Stat
        label="Units sold"
        value={formatCount(current.units)}
        aside={<Trend value={computeTrend(current.units, previous.units)} />}
        detail={before(previous.units)}
      />
      <Stat
        label="Revenue"
        value={<Revenue revenue={current.revenue} />}
        aside={<Trend value={revenueTrend(overview)} />}
        detail={previous.revenue[0] ? `${formatMoney(previous.revenue[0])} before` : undefined}
      />
      <Stat
        label="Orders"
        value={formatCount(current.orders)}
        aside={<Trend value={computeTrend(current.orders, previous.orders)} />}
        detail={before(previous.orders)}
      />
      <Stat
        label="Refunded units"
        value={formatCount(current.refundedUnits)}
        aside={<Trend value={computeTrend(current.refundedUnits, previous.refundedUnits)} isDownGood />}
        detail={before(previous.refundedUnits)}
      />
      <Stat
        label="Next 60 days"
        value={forecast ? formatCount(forecast.units) : "–"}
        detail={
          forecast
            ? `${formatCount(forecast.lowerUnits)} – ${formatCount(forecast.upperUnits)}, ${forecastGames} games`
            : "No forecast yet"
        }
      />
    </dl>
  );
}
