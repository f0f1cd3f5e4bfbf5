import { listLaunchFacts } from "@/jobs/etl/launch-facts";
import { toDayNumber } from "@/jobs/model/calendar";
import type { GameFacts } from "@/jobs/model/series";
import type { Db } from "@/lib/server/db";
import { addDays, type Day, toDate, toDay } from "@/lib/shared/day";
import { computeReviewScore } from "@/lib/shared/review-score";
import type { PlannedPromotion } from "./planned-discounts";

/** A game that is announced for a later day than this many ahead has no launch forecast yet. */
export const LAUNCH_AHEAD_DAYS = 365;

/** A game on sale or announced, with the published promotions that end after the last day of data. */
export type GameToForecast = GameFacts & { releaseDay: number; promotions: PlannedPromotion[] };

/** The condition of a game that is on sale after `day`, or is announced for the year after it. */
export function toForecastWhere(day: Day) {
  return { status: "published", releaseDate: { lte: toDate(addDays(day, LAUNCH_AHEAD_DAYS)) } } as const;
}

/** Games that have sold by `day`: what is known of their start stands in their sales files. */
async function listSoldIds(db: Db, day: Day, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM unnest(${ids}::uuid[]) AS id
    WHERE EXISTS (SELECT FROM daily_sales d WHERE d.game_id = id AND d.day <= ${day}::date AND d.units > 0)`;
  return new Set(rows.map(({ id }) => id));
}

/** Ids of the games to forecast from data up to `day`, or of those of them that are named, by slug. */
export async function listIdsToForecast(db: Db, day: Day, slugs: readonly string[] | null): Promise<string[]> {
  const where = { ...toForecastWhere(day), ...(slugs ? { slug: { in: [...slugs] } } : {}) };
  const games = await db.game.findMany({ where, orderBy: { slug: "asc" }, select: { id: true } });
  return games.map(({ id }) => id);
}

/** Some of the games to forecast. */
export type SomeGames = { ids?: readonly string[]; slug?: string };

/** Games to forecast from data up to `day`, by slug. */
export async function listGamesToForecast(db: Db, day: Day, { ids, slug }: SomeGames = {}): Promise<GameToForecast[]> {
  const isAhead = { status: "published", endsAt: { gt: toDate(addDays(day, 1)) } } as const;
  const games = await db.game.findMany({
    where: {
      ...toForecastWhere(day),
      ...(slug === undefined ? {} : { slug }),
      ...(ids ? { id: { in: [...ids] } } : {}),
    },
    orderBy: { slug: "asc" },
    select: {
      id: true,
      slug: true,
      publisherId: true,
      releaseDate: true,
      currency: true,
      ratingAverage: true,
      positiveCount: true,
      reviewCount: true,
      prices: { select: { currency: true, priceCents: true } },
      genres: { select: { genre: { select: { slug: true } } } },
      promotions: {
        where: { promotion: isAhead },
        select: { discountPercent: true, promotion: { select: { startsAt: true, endsAt: true } } },
      },
    },
  });
  const startDayOf = (game: { releaseDate: Date | null }) => toDay(game.releaseDate ?? toDate(addDays(day, 1)));
  const sold = await listSoldIds(
    db,
    day,
    games.map(({ id }) => id),
  );
  const unsold = games.filter(({ id }) => !sold.has(id));
  const facts = await listLaunchFacts(
    db,
    day,
    unsold.map((game) => ({ gameId: game.id, publisherId: game.publisherId, startDay: startDayOf(game) })),
  );
  return games.map((game) => ({
    gameId: game.id,
    slug: game.slug,
    preReleaseWishlists: facts.get(game.id)?.preReleaseWishlists ?? Number.NaN,
    publisherRecord: facts.get(game.id)?.publisherRecord ?? Number.NaN,
    genres: game.genres.map(({ genre }) => genre.slug),
    unitPriceCents: game.prices.find(({ currency }) => currency === game.currency)?.priceCents ?? 0,
    reviewScore: computeReviewScore(game.positiveCount, game.reviewCount),
    rating: Number(game.ratingAverage ?? 0),
    releaseDay: toDayNumber(startDayOf(game)),
    promotions: game.promotions.map(({ discountPercent, promotion }) => ({ discountPercent, ...promotion })),
  }));
}
