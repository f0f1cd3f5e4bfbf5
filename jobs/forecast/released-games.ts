import { toDayNumber } from "@/jobs/model/calendar";
import { HORIZON } from "@/jobs/model/feature-names";
import type { GameFacts } from "@/jobs/model/series";
import type { Db } from "@/lib/server/db";
import { addDays, type Day, toDate, toDay } from "@/lib/shared/day";
import { computeReviewScore } from "@/lib/shared/review-score";
import { toPlannedDiscounts } from "./planned-discounts";

/** A game on sale with what is known of its next 60 days. */
export type ReleasedGame = GameFacts & { releaseDay: number; plannedDiscounts: number[] };

/** Games on sale by the day after `day`, by slug, with the published promotions of the 60 days after `day`. */
export async function listReleasedGames(db: Db, day: Day, slug?: string): Promise<ReleasedGame[]> {
  const firstDay = addDays(day, 1);
  const isPlanned = { startsAt: { lt: toDate(addDays(firstDay, HORIZON)) }, endsAt: { gt: toDate(firstDay) } };
  const games = await db.game.findMany({
    where: { status: "published", releaseDate: { lte: toDate(firstDay) }, ...(slug === undefined ? {} : { slug }) },
    orderBy: { slug: "asc" },
    select: {
      id: true,
      slug: true,
      releaseDate: true,
      currency: true,
      ratingAverage: true,
      positiveCount: true,
      reviewCount: true,
      prices: { select: { currency: true, priceCents: true } },
      genres: { select: { genre: { select: { slug: true } } } },
      promotions: {
        where: { promotion: { status: "published", ...isPlanned } },
        select: { discountPercent: true, promotion: { select: { startsAt: true, endsAt: true } } },
      },
    },
  });
  return games.map((game) => ({
    gameId: game.id,
    slug: game.slug,
    genres: game.genres.map(({ genre }) => genre.slug),
    unitPriceCents: game.prices.find(({ currency }) => currency === game.currency)?.priceCents ?? 0,
    reviewScore: computeReviewScore(game.positiveCount, game.reviewCount),
    rating: Number(game.ratingAverage ?? 0),
    releaseDay: toDayNumber(toDay(game.releaseDate ?? toDate(firstDay))),
    plannedDiscounts: toPlannedDiscounts(
      game.promotions.map(({ discountPercent, promotion }) => ({ discountPercent, ...promotion })),
      toDayNumber(firstDay),
      HORIZON,
    ),
  }));
}
