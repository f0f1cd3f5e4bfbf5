import { type Day, daysBetween } from "@/lib/shared/day";
import { formatSalesCsv } from "./format-sales-csv";
import { createPublisherRecord, type Launch } from "./launches";
import { MAX_CENTS, MAX_UNITS, type SalesDay } from "./sales-csv";
import type { SoldGame } from "./shop-games";
import type { StagedDay } from "./stage-games";

/** Days after release on which a game has its launch boost. */
const BOOST_DAYS = 7;

/** Most reviews weigh 5 stars, and most discounts the whole price. */
const MAX_STARS = 5;

function isCount(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= max;
}

// NaN, which a database's numeric may be, is in no range.
function isWithin(value: number, max: number): boolean {
  return value >= 0 && value <= max;
}

/** Broken data, which one game's failure contains. */
function checkDay(day: StagedDay): void {
  const { date, units, revenueCents, unitPriceCents, discountRate, reviewScore, rating, wishlistAdds } = day;
  if (!isCount(units, MAX_UNITS)) throw new Error(`${units} units on ${date} cannot be`);
  if (!isCount(revenueCents, MAX_CENTS)) throw new Error(`a revenue of ${revenueCents} cents on ${date} cannot be`);
  if (!isCount(unitPriceCents, MAX_CENTS)) throw new Error(`a price of ${unitPriceCents} cents on ${date} cannot be`);
  if (!isWithin(discountRate, 1)) throw new Error(`a discount of ${discountRate} on ${date} cannot be`);
  if (!isWithin(reviewScore, MAX_STARS) || !isWithin(rating, MAX_STARS)) {
    throw new Error(`a rating of ${rating} (score ${reviewScore}) on ${date} cannot be`);
  }
  if (!isCount(wishlistAdds, MAX_UNITS)) throw new Error(`${wishlistAdds} wishes on ${date} cannot be`);
}

/** What a game's rows carry beside its staged days; `launches` are the shop's, in the order of their release. */
export type GameFacts = { game: SoldGame; preReleaseWishlists: number | null; launches: readonly Launch[] };

/** Days grow, and are as many as from the first to the last: so none is left out and none is there twice. */
function createDayCheck(firstDay: Day): { see(date: Day): void; end(): void } {
  let last = "";
  let count = 0;
  return {
    see: (date) => {
      if (date <= last || (count === 0 && date !== firstDay)) throw new Error(`the series jumps to ${date}`);
      last = date;
      count += 1;
    },
    end: () => {
      if (count === 0) throw new Error("the series is empty");
      if (daysBetween(firstDay, last) + 1 !== count) throw new Error(`the series up to ${last} has ${count} days only`);
    },
  };
}

/**
 * Turns the staged days of a game into the rows of its CSV: the launch boost, the publisher's record, and the facts that
 * hold throughout. Throws where the series is not one.
 */
export function* toSalesDays(staged: Iterable<StagedDay>, facts: GameFacts): Generator<SalesDay> {
  const { game, preReleaseWishlists, launches } = facts;
  const { genres, firstDay } = game;
  const recordOn = createPublisherRecord(game, launches, firstDay);
  const days = createDayCheck(firstDay);
  let index = 0;
  for (const day of staged) {
    days.see(day.date);
    checkDay(day);
    const since = { daysSinceRelease: index, launchBoost: index < BOOST_DAYS };
    yield { ...day, ...since, preReleaseWishlists, publisherRecord: recordOn(index), genres };
    index += 1;
  }
  days.end();
}

/** A game's CSV and the days it covers. */
export type GameCsv = { text: string; rows: number; units: number; firstDay: string; lastDay: string };

/** The CSV of a game's series, one-hot over the store's genres in the given order. */
export function toGameCsv(staged: Iterable<StagedDay>, facts: GameFacts, storeGenres: readonly string[]): GameCsv {
  const seen = { rows: 0, units: 0, firstDay: "", lastDay: "" };
  function* look(days: Iterable<SalesDay>): Generator<SalesDay> {
    for (const day of days) {
      seen.firstDay ||= day.date;
      seen.lastDay = day.date;
      seen.rows += 1;
      seen.units += day.units;
      yield day;
    }
  }
  const text = formatSalesCsv(look(toSalesDays(staged, facts)), storeGenres);
  return { text, ...seen };
}
