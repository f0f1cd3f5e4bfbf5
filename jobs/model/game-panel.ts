import { type Panel, type PanelSeries, type PanelSpec, toShared } from "./panel/panel";
import type { GameSeries } from "./series";

/** Days that the store forecasts, all at once. */
export const HORIZON = 60;

// Lower edges of the discount depths at which games are usually sold (20..30, 33..50, 60..66, 75 and more).
const DISCOUNT_EDGES = [0.005, 0.305, 0.505, 0.705];
const WISH_DAYS = 14;

/** A window of the store: a game's series up to and including day index `origin` (−1: nothing known yet), and its plan. */
export interface WindowSource {
  series: GameSeries;
  origin: number;
  /** Planned discount rate of horizon day 0 … HORIZON−1. */
  plannedDiscount: (horizonDay: number) => number;
  /** Planned price before discounts, in minor units; the last known one where absent. */
  plannedPriceCents?: (horizonDay: number) => number;
}

/** What the columns of the store's panel mean, for a list of genres. */
export function toGameSpec(genres: readonly string[]): PanelSpec {
  return {
    known: ["discount_rate", "log_price"],
    statics: [...genres.map((genre) => `genre_${genre}`), "log_wishlists_before_release", "is_free"],
    slow: ["review_score", "rating", "publisher_record", "log_wishlist_adds"],
    horizon: HORIZON,
    season: 7,
    hasAges: true,
    isCount: true,
    condition: { column: 0, edges: DISCOUNT_EDGES },
  };
}

/** Genres that the store's panel tells apart. */
export function listGenres(spec: PanelSpec): string[] {
  return spec.statics.filter((name) => name.startsWith("genre_")).map((name) => name.slice("genre_".length));
}

const toLogPrice = (cents: number) => Math.log1p(cents / 100);

function toWishes(adds: Float64Array): Float64Array {
  let sum = 0;
  return adds.map((count, t) => {
    sum += count - (t >= WISH_DAYS ? (adds[t - WISH_DAYS] ?? 0) : 0);
    return Math.log1p(sum);
  });
}

const knownOr = (value: number) => (value > 0 ? value : Number.NaN);

/** Turns the first `length` days of a game's series into a panel's series, with `known` columns as given. */
function toPanelSeries(
  series: GameSeries,
  genres: readonly string[],
  length: number,
  known: Float64Array[],
): PanelSeries {
  const wishes = series.preReleaseWishlists;
  // Before its release a game has no day of its own: what is known of it stands on the first one.
  const slowDays = Math.max(1, length);
  return {
    id: series.gameId,
    firstDay: series.firstDay,
    firstAge: series.firstAge,
    values: series.units.subarray(0, length),
    known,
    statics: Float64Array.from([
      ...genres.map((genre) => Number(series.genres.includes(genre))),
      Number.isFinite(wishes) ? Math.log1p(wishes) : Number.NaN,
      Number((series.unitPriceCents[slowDays - 1] ?? 0) === 0),
    ]),
    slow: [
      series.reviewScore.subarray(0, slowDays).map(knownOr),
      series.rating.subarray(0, slowDays).map(knownOr),
      series.publisherRecord.subarray(0, slowDays),
      toWishes(length > 0 ? series.wishlistAdds.subarray(0, length) : new Float64Array(1)),
    ],
  };
}

const listPrices = ({ unitPriceCents }: GameSeries) => unitPriceCents.map(toLogPrice);

/** The panel of all games' whole series. */
export function toGamePanel(all: readonly GameSeries[], genres: readonly string[]): Panel {
  return {
    spec: toGameSpec(genres),
    series: all.map((series) => {
      const { slow, ...rest } = toPanelSeries(series, genres, series.units.length, [
        series.discountRate,
        toShared(listPrices(series)),
      ]);
      return { ...rest, ...(slow && { slow: slow.map(toShared) }) };
    }),
  };
}

/** The panel's series of one window: the days up to its origin, and the planned prices after it. */
export function toWindowSeries(source: WindowSource, genres: readonly string[]): PanelSeries {
  const { series, origin } = source;
  const length = origin + 1;
  const prices = listPrices(series);
  const lastPrice = prices[Math.max(0, origin)] ?? 0;
  const discount = new Float64Array(length + HORIZON);
  const price = new Float64Array(length + HORIZON);
  discount.set(series.discountRate.subarray(0, length));
  price.set(prices.subarray(0, length));
  for (let h = 0; h < HORIZON; h++) {
    const planned = source.plannedPriceCents?.(h);
    discount[length + h] = source.plannedDiscount(h);
    price[length + h] = planned === undefined ? lastPrice : toLogPrice(planned);
  }
  return toPanelSeries(series, genres, length, [discount, price]);
}
