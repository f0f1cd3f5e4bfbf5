import { toDate } from "@/lib/shared/day";
import type { StockOut } from "@/lib/shared/forecast";
import type { Messages } from "@/lib/shared/messages/en";
import type { Sentence } from "@/lib/shared/sentence";

type StockSentence = Sentence<`stock.${Exclude<keyof Messages["forecast"]["stock"], "badges">}`>;

function describeRange({ earliestDay, latestDay, horizonDays: days }: StockOut): StockSentence[] {
  if (!earliestDay) return [];
  const from = toDate(earliestDay);
  if (!latestDay) return [{ key: "stock.rangeBeyond", values: { from, days } }];
  return [{ key: "stock.range", values: { from, to: toDate(latestDay) } }];
}

/** When the keys run out: the headline, and what is behind it. */
export function describeStockOut(stock: StockOut): { headline: StockSentence; detail: StockSentence[] } {
  const { state, expectedDay, earliestDay, horizonDays: days } = stock;
  if (state === "sold_out") return { headline: { key: "stock.soldOut" }, detail: [{ key: "stock.soldOutDetail" }] };
  if (state === "runs_out" && expectedDay) {
    return { headline: { key: "stock.runsOut", values: { day: toDate(expectedDay) } }, detail: describeRange(stock) };
  }
  if (state === "may_run_out" && earliestDay) {
    return {
      headline: { key: "stock.shouldLast", values: { days } },
      detail: [{ key: "stock.shouldLastDetail", values: { day: toDate(earliestDay) } }],
    };
  }
  return { headline: { key: "stock.lasts", values: { days } }, detail: [{ key: "stock.lastsDetail" }] };
}

/** How many keys to order, and what for. */
export function describeOrder({
  keysToOrder: keys,
  horizonDays: days,
  safetyPercent: percent,
}: StockOut): StockSentence {
  const aim = { percent, days };
  return keys > 0 ? { key: "stock.order", values: { keys, ...aim } } : { key: "stock.noOrder", values: aim };
}
