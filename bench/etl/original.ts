import { stringify } from "csv-stringify/sync";
import type { Storage } from "@/lib/server/storage/storage";
import { type Day, toDay } from "@/lib/shared/day";
import type { PrismaClient } from "@/prisma/generated/client";

/** How much of the shop the original way is tried on: games from all over the ranking, until there are so many rows. */
const SAMPLE_ROWS = 20_000;
const SAMPLE_GAMES = 40;

/** What the original way took for a sample. */
export type OriginalResult = { rows: number; games: number; seconds: number; allRows: number };

async function chooseGames(db: PrismaClient): Promise<{ games: string[]; allRows: number }> {
  const ranked = await db.$queryRaw<{ id: string; rows: number }[]>`
    SELECT game_id AS id, count(*)::float8 AS rows FROM order_items GROUP BY game_id ORDER BY rows DESC, game_id`;
  const allRows = ranked.reduce((sum, { rows }) => sum + rows, 0);
  const step = Math.max(1, Math.floor(ranked.length / SAMPLE_GAMES));
  const spread = ranked.filter((_, rank) => rank % step === Math.floor(step / 2)).reverse();
  const games: string[] = [];
  let rows = 0;
  for (const game of spread) {
    if (rows >= SAMPLE_ROWS) break;
    games.push(game.id);
    rows += game.rows;
  }
  return { games, allRows };
}

async function stageGame(db: PrismaClient, gameId: string): Promise<number> {
  const items = await db.orderItem.findMany({
    where: { gameId, order: { paidAt: { not: null } } },
    select: { quantity: true, unitPriceCents: true, order: { select: { paidAt: true } } },
  });
  for (const { quantity, unitPriceCents, order } of items) {
    const day = toDay(order.paidAt ?? new Date(0));
    await db.$executeRaw`
      INSERT INTO original_staging VALUES (${gameId}::uuid, ${day}::date, ${quantity}, ${quantity * unitPriceCents})`;
  }
  return items.length;
}

async function writeGame(db: PrismaClient, storage: Storage, gameId: string): Promise<void> {
  const rows = await db.$queryRaw<{ day: Day; units: number; cents: number }[]>`
    SELECT day::text, sum(units)::float8 AS units, sum(cents)::float8 AS cents FROM original_staging
    WHERE game_id = ${gameId}::uuid GROUP BY day ORDER BY day`;
  await storage.put(`original/${gameId}.csv`, stringify(rows.map(({ day, units, cents }) => [day, units, cents])));
}

/** The design's first way: each row is read into memory and inserted by itself, then a query and a file for each game. */
export async function runOriginal(db: PrismaClient, storage: Storage): Promise<OriginalResult> {
  const { games, allRows } = await chooseGames(db);
  await db.$executeRaw`CREATE TABLE original_staging (game_id uuid, day date, units int, cents bigint)`;
  const startedAt = performance.now();
  let rows = 0;
  for (const gameId of games) rows += await stageGame(db, gameId);
  for (const gameId of games) await writeGame(db, storage, gameId);
  const seconds = (performance.now() - startedAt) / 1000;
  await db.$executeRaw`DROP TABLE original_staging`;
  return { rows, games: games.length, seconds, allRows };
}
