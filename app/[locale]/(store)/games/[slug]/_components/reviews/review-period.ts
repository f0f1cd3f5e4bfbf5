import { addDays, type Day } from "@/lib/shared/day";
import type { ReviewFilter } from "@/lib/shared/reviews";

/** A span of days that can be chosen at once; a month is its `YYYY-MM`. */
export type ReviewPeriod = "any" | "30d" | "1y" | (string & {});

type Span = Pick<ReviewFilter, "from" | "through">;

const DAYS: Record<string, number> = { "30d": 30, "1y": 365 };
const MONTH_DAYS = 31;

/** The days of a period that ends today. */
export function toSpan(period: ReviewPeriod, today: Day): { from: Day | undefined; through: Day | undefined } {
  if (period === "any") return { from: undefined, through: undefined };
  const days = DAYS[period];
  if (days) return { from: addDays(today, -days), through: undefined };
  const from = `${period}-01`;
  return { from, through: addDays(`${addDays(from, MONTH_DAYS).slice(0, 7)}-01`, -1) };
}

/** The period that some days are. */
export function toPeriod({ from, through }: Span, today: Day): ReviewPeriod {
  if (!from) return "any";
  if (through) return from.slice(0, 7);
  return from >= addDays(today, -MONTH_DAYS) ? "30d" : "1y";
}
