import type { Prisma } from "@/prisma/generated/client";

type Tx = Prisma.TransactionClient;

/**
 * Whoever changes what a game's reviews are queues for the game first and touches reviews after: the counters are then
 * counted by a statement that sees all that came before, and no two writers wait for each other.
 */
export async function queueForGame(tx: Tx, gameId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM games WHERE id = ${gameId}::uuid FOR NO KEY UPDATE`;
}

/**
 * Counts a game's visible reviews anew, in a transaction that queued for the game; nobody edited the game. An imported
 * game keeps the counts it came with, which have no stars, until a review of it is shown.
 */
export async function refreshGameCounters(tx: Tx, gameId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE games g
    SET review_count = r.total, positive_count = r.positive, rating_average = r.stars
    FROM (
      SELECT count(*)::int AS total, (count(*) FILTER (WHERE is_recommended))::int AS positive, round(avg(stars), 2) AS stars
      FROM reviews WHERE game_id = ${gameId}::uuid AND status = 'visible'
    ) r
    WHERE g.id = ${gameId}::uuid AND (r.total > 0 OR g.source IS NULL OR g.rating_average IS NOT NULL)`;
}
