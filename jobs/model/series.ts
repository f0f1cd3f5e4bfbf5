import { toDayNumber } from "./calendar";

/** One day of a game's sales, as far as the model looks at it. */
export interface SeriesDay {
  date: string;
  units: number;
  unitPriceCents: number;
  discountRate: number;
  reviewScore: number;
  rating: number;
  wishlistAdds: number;
  preReleaseWishlists: number | null;
  publisherRecord: number | null;
  daysSinceRelease: number;
  genres: readonly string[];
}

/** A game's gapless daily series, column by column; index 0 is `firstDay`. */
export interface GameSeries {
  gameId: string;
  slug: string;
  firstDay: number;
  /** Days since release on `firstDay`. */
  firstAge: number;
  units: Float64Array;
  discountRate: Float64Array;
  unitPriceCents: Float64Array;
  reviewScore: Float64Array;
  rating: Float64Array;
  /** Shoppers who put the game on their wishlist on the day. */
  wishlistAdds: Float64Array;
  /** Wishlist adds in the 28 days before the release; NaN where they were not seen. */
  preReleaseWishlists: number;
  /** Mean log(1 + units) of the publisher's launches of 28 days that were over on the day; NaN before the first. */
  publisherRecord: Float64Array;
  genres: readonly string[];
}

/** What identifies a game and describes it when it has no history to read from. */
export interface GameFacts {
  gameId: string;
  slug: string;
  genres: readonly string[];
  unitPriceCents: number;
  reviewScore: number;
  rating: number;
  /** As in the series; NaN, or left out, where not known. */
  preReleaseWishlists?: number;
  publisherRecord?: number;
}

/** Turns the days of one game, already consecutive, into columns. */
export function toGameSeries(game: { gameId: string; slug: string }, days: readonly SeriesDay[]): GameSeries {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) throw new Error(`${game.slug}: a series needs at least one day`);
  return {
    gameId: game.gameId,
    slug: game.slug,
    firstDay: toDayNumber(first.date),
    firstAge: first.daysSinceRelease,
    units: Float64Array.from(days, (day) => day.units),
    discountRate: Float64Array.from(days, (day) => day.discountRate),
    unitPriceCents: Float64Array.from(days, (day) => day.unitPriceCents),
    reviewScore: Float64Array.from(days, (day) => day.reviewScore),
    rating: Float64Array.from(days, (day) => day.rating),
    wishlistAdds: Float64Array.from(days, (day) => day.wishlistAdds),
    preReleaseWishlists: first.preReleaseWishlists ?? Number.NaN,
    publisherRecord: Float64Array.from(days, (day) => day.publisherRecord ?? Number.NaN),
    genres: last.genres,
  };
}

/** The series of a released game that never sold: zeros from its release (or store opening) to `lastDay`. */
export function toZeroSeries(game: GameFacts, releaseDay: number, openingDay: number, lastDay: number): GameSeries {
  const firstDay = Math.min(Math.max(releaseDay, openingDay), lastDay);
  const length = lastDay - firstDay + 1;
  return {
    gameId: game.gameId,
    slug: game.slug,
    firstDay,
    firstAge: Math.max(0, firstDay - releaseDay),
    units: new Float64Array(length),
    discountRate: new Float64Array(length),
    unitPriceCents: new Float64Array(length).fill(game.unitPriceCents),
    reviewScore: new Float64Array(length).fill(game.reviewScore),
    rating: new Float64Array(length).fill(game.rating),
    wishlistAdds: new Float64Array(length),
    preReleaseWishlists: game.preReleaseWishlists ?? Number.NaN,
    publisherRecord: new Float64Array(length).fill(game.publisherRecord ?? Number.NaN),
    genres: game.genres,
  };
}

function sliceSeries(series: GameSeries, from: number, to = series.units.length): GameSeries {
  const cut = (column: Float64Array) => column.subarray(from, to);
  return {
    ...series,
    firstDay: series.firstDay + from,
    firstAge: series.firstAge + from,
    units: cut(series.units),
    discountRate: cut(series.discountRate),
    unitPriceCents: cut(series.unitPriceCents),
    reviewScore: cut(series.reviewScore),
    rating: cut(series.rating),
    wishlistAdds: cut(series.wishlistAdds),
    publisherRecord: cut(series.publisherRecord),
  };
}

/** The series as it was on `lastDay`, which must not lie before its first day. */
export function cutSeries(series: GameSeries, lastDay: number): GameSeries {
  return sliceSeries(series, 0, Math.min(series.units.length, lastDay - series.firstDay + 1));
}

/** First day on which any game sold: days before it say that the shop was closed, not that nobody bought. */
export function findOpeningDay(all: readonly GameSeries[]): number {
  let opening = Number.POSITIVE_INFINITY;
  for (const series of all) {
    const index = series.units.findIndex((units) => units > 0);
    if (index >= 0) opening = Math.min(opening, series.firstDay + index);
  }
  return opening;
}

/** Drops the days before the store's opening; a series that ends before it keeps its last day. */
export function trimBeforeOpening(series: GameSeries, openingDay: number): GameSeries {
  if (!Number.isFinite(openingDay)) return series;
  const from = Math.min(openingDay - series.firstDay, series.units.length - 1);
  return from > 0 ? sliceSeries(series, from) : series;
}
