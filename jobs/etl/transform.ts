import { addDays } from "@/lib/shared/day";
import type { SoldGame, StagedDay } from "./extract";
import { computePublisherRecords, type Launch } from "./launches";
import { formatSalesCsv, type SalesDay } from "./sales-csv";

/** Days after release on which a game has its launch boost. */
const BOOST_DAYS = 7;

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

/** What a game's rows carry beside its staged days; `launches` are the shop's, in the order of their release. */
export type GameFacts = { game: SoldGame; preReleaseWishlists: number | null; launches: readonly Launch[] };

/**
 * Turns the staged days of a game into the rows of its CSV: days since the series began (its release, or the first
 * sale where that was earlier), the launch boost, the publisher's record, and the facts that hold throughout. Throws
 * where the series is not one.
 */
export function toSalesDays(staged: readonly StagedDay[], facts: GameFacts): SalesDay[] {
  const { game, preReleaseWishlists, launches } = facts;
  const span = { firstDay: game.startDay, count: staged.length };
  const records = computePublisherRecords(game, launches, span);
  return staged.map((day, index) => {
    checkDay(day, staged[index - 1]);
    return {
      ...day,
      daysSinceRelease: index,
      launchBoost: index < BOOST_DAYS,
      preReleaseWishlists,
      publisherRecord: records[index] ?? null,
      genres: [...game.genres],
    };
  });
}

/** A game's CSV and the days it covers. */
export type GameCsv = { text: string; rows: number; units: number; firstDay: string; lastDay: string };

/** The CSV of a game's series, one-hot over the store's genres in the given order. */
export function toGameCsv(staged: readonly StagedDay[], facts: GameFacts, storeGenres: readonly string[]): GameCsv {
  const days = toSalesDays(staged, facts);
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
