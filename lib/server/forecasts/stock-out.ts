import type { Day } from "@/lib/shared/day";
import type { StockOut } from "@/lib/shared/forecast";

/** Certainty of the order: the upper end of an 80 % band is passed on 1 of 10 occasions. */
const SAFETY_PERCENT = 90;

/** The running total of a forecast on one day, in units, with the ends of its 80 % band. */
export type RunningTotal = {
  day: Day;
  cumulativeUnits: number;
  cumulativeLowerUnits: number;
  cumulativeUpperUnits: number;
};

/** Keys of a game: free now, and of those free when the first forecast day began. */
export type KeyPool = { keysLeft: number; keysAtStart: number };

function findState(keysLeft: number, expectedDay: Day | null, earliestDay: Day | null): StockOut["state"] {
  if (keysLeft === 0) return "sold_out";
  if (expectedDay) return "runs_out";
  return earliestDay ? "may_run_out" : "lasts";
}

/**
 * The day on which a forecast's running total uses up the keys there were on its first morning, the earliest by the
 * upper end of the band and the latest by its lower end; and how many keys the upper end of the whole forecast needs
 * beyond them.
 */
export function computeStockOut(days: readonly RunningTotal[], { keysLeft, keysAtStart }: KeyPool): StockOut {
  const isSoldOut = keysLeft === 0;
  const findDay = (total: (day: RunningTotal) => number) =>
    isSoldOut ? null : (days.find((day) => total(day) >= keysAtStart)?.day ?? null);
  const expectedDay = findDay((day) => day.cumulativeUnits);
  const earliestDay = findDay((day) => day.cumulativeUpperUnits);
  return {
    state: findState(keysLeft, expectedDay, earliestDay),
    keysLeft,
    expectedDay,
    earliestDay,
    latestDay: findDay((day) => day.cumulativeLowerUnits),
    keysToOrder: Math.max(0, (days.at(-1)?.cumulativeUpperUnits ?? 0) - keysAtStart),
    horizonDays: days.length,
    safetyPercent: SAFETY_PERCENT,
  };
}
