import { formatCount, formatDay } from "@/app/_components/charts/chart-format";
import type { StockOut } from "@/lib/shared/forecast";

function toKeys(count: number): string {
  return `${formatCount(count)} key${count === 1 ? "" : "s"}`;
}

function describeRange({ earliestDay, latestDay, horizonDays }: StockOut): string {
  if (!earliestDay) return "";
  const until = latestDay ? formatDay(latestDay) : `beyond the ${horizonDays} days of the forecast`;
  return `80 % range: ${formatDay(earliestDay)} to ${until}.`;
}

/** When the keys run out: the headline, and the range behind it. */
export function describeStockOut(stock: StockOut): { headline: string; detail: string } {
  const { state, expectedDay, earliestDay, horizonDays } = stock;
  if (state === "sold_out")
    return { headline: "Sold out", detail: "No key is left: the shop cannot sell the game now." };
  if (state === "runs_out" && expectedDay) {
    return { headline: `Runs out on ${formatDay(expectedDay)}`, detail: describeRange(stock) };
  }
  if (state === "may_run_out" && earliestDay) {
    return {
      headline: `Should last ${horizonDays} days`,
      detail: `If it sells well, the last key may go as early as ${formatDay(earliestDay)}.`,
    };
  }
  return { headline: `Lasts ${horizonDays} days`, detail: "Even if it sells as well as the 80 % range allows for." };
}

/** How many keys to order, and what for. */
export function describeOrder({ keysToOrder, horizonDays, safetyPercent }: StockOut): string {
  const aim = `to be ${safetyPercent} % sure that the keys last ${horizonDays} days`;
  return keysToOrder > 0 ? `Order ${toKeys(keysToOrder)} ${aim}.` : `Nothing to order ${aim}.`;
}
