import { addDays } from "@/lib/shared/day";
import type { StagedDay } from "./extract";
import { formatSalesCsv, type SalesDay } from "./sales-csv";

/** Days after release on which a game has its launch boost. */
const LAUNCH_DAYS = 7;

/** More units a day than any shop sells; a series beyond it is broken data, which one game's failure contains. */
const MAX_DAILY_UNITS = 100_000_000;

function checkDay(day: StagedDay, previous: StagedDay | undefined): void {
  if (previous && day.date !== addDays(previous.date, 1)) {
    throw new Error(`the series jumps from ${previous.date} to ${day.date}`);
  }
  if (!Number.isInteger(day.units) || day.units < 0 || day.units > MAX_DAILY_UNITS) {
    throw new Error(`${day.units} units on ${day.date} cannot be`);
  }
  if (!Number.isSafeInteger(day.revenueCents) || day.revenueCents < 0) {
    throw new Error(`a revenue of ${day.revenueCents} cents on ${day.date} cannot be`);
  }
}

/**
 * Turns the staged days of a game into the rows of its CSV: days since the series began (its release, or the first
 * sale where that was earlier), the launch boost and the genres. Throws where the series is not one.
 */
export function toSalesDays(staged: readonly StagedDay[], genres: readonly string[]): SalesDay[] {
  return staged.map((day, index) => {
    checkDay(day, staged[index - 1]);
    return { ...day, daysSinceRelease: index, launchBoost: index < LAUNCH_DAYS, genres: [...genres] };
  });
}

/** A game's CSV and the days it covers. */
export type GameCsv = { text: string; rows: number; units: number; firstDay: string; lastDay: string };

/** The CSV of a game's series, one-hot over the store's genres in the given order. */
export function toGameCsv(
  staged: readonly StagedDay[],
  own: readonly string[],
  storeGenres: readonly string[],
): GameCsv {
  const days = toSalesDays(staged, own);
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) throw new Error("the series is empty");
  return {
    text: formatSalesCsv(days, storeGenres),
    rows: days.length,
    units: days.reduce((sum, { units }) => sum + units, 0),
    firstDay: first.date,
    lastDay: last.date,
  };
}
