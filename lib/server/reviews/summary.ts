import { LRUCache } from "lru-cache";
import { addDays, toDate, toDay } from "@/lib/shared/day";
import type { ReviewsSummary } from "@/lib/shared/reviews";
import type { Db } from "../db";
import { type ReviewGroup, toReviewsSummary } from "./rules";

/** Days that the recent words look back on. */
const RECENT_DAYS = 30;

/** Sums over 100,000 reviews take 80 ms: large ones are kept while the game's counters stand, and not for long. */
const KEPT_FROM_REVIEWS = 2000;
const KEPT_MS = 5 * 60_000;

const kept = new LRUCache<string, readonly ReviewGroup[]>({ max: 500, ttl: KEPT_MS });

function selectGroups(db: Db, gameId: string, now: Date): Promise<ReviewGroup[]> {
  const since = toDate(addDays(toDay(now), -RECENT_DAYS));
  return db.$queryRaw<ReviewGroup[]>`
    SELECT month::date::text AS month, stars, is_recommended AS "isRecommended", locale, count, recent
    FROM (
      SELECT date_trunc('month', created_at AT TIME ZONE 'UTC') AS month, stars, is_recommended, locale,
        count(*)::int AS count, (count(*) FILTER (WHERE created_at >= ${since}))::int AS recent
      FROM reviews
      WHERE game_id = ${gameId}::uuid AND status = 'visible'
      GROUP BY 1, 2, 3, 4
    ) groups`;
}

async function findGroups(db: Db, key: string, game: SummaryGame, now: Date): Promise<readonly ReviewGroup[]> {
  if (game.reviewCount < KEPT_FROM_REVIEWS) return selectGroups(db, game.id, now);
  const known = kept.get(key);
  if (known) return known;
  const groups = await selectGroups(db, game.id, now);
  kept.set(key, groups);
  return groups;
}

type SummaryGame = {
  id: string;
  reviewCount: number;
  positiveCount: number;
  ratingAverage: { toNumber(): number } | null;
};

/** What all visible reviews of a game say together. */
export async function loadSummary(db: Db, game: SummaryGame, now: Date): Promise<ReviewsSummary> {
  const { reviewCount, positiveCount } = game;
  const ratingAverage = game.ratingAverage?.toNumber() ?? null;
  const key = JSON.stringify([game.id, reviewCount, positiveCount, ratingAverage, toDay(now)]);
  const groups = await findGroups(db, key, game, now);
  return toReviewsSummary({ reviewCount, positiveCount, ratingAverage }, groups, now);
}
