import { addDays, type Day, toDate } from "@/lib/shared/day";
import type { PrismaClient } from "@/prisma/generated/client";

/** A shop that is the same whenever it is made. */
export type ShopPlan = {
  games: number;
  days: number;
  /** Last day of sales. */
  lastDay: Day;
  /** All games in the first of two shards, where there are enough for two. */
  isOneSided?: boolean;
};

const GENRES = ["action", "open-world", "rpg"];

/** The id of a game of a proof's shop. */
export function toGameId(index: number, isOneSided = false): string {
  const spread = Math.imul(index + 1, 2_654_435_761) >>> 0;
  const head = (isOneSided ? spread - (spread % 2) : spread).toString(16).padStart(8, "0");
  return `${head}-0000-4000-8000-${String(index).padStart(12, "0")}`;
}

async function createGames(db: PrismaClient, { games, days, lastDay, isOneSided }: ShopPlan): Promise<void> {
  const { id: publisherId } = await db.publisher.create({ data: { slug: "proof", name: "Proof" } });
  await db.genre.createMany({ data: GENRES.map((slug) => ({ slug, name: slug })), skipDuplicates: true });
  const genres = await db.genre.findMany({
    where: { slug: { in: GENRES } },
    orderBy: { slug: "asc" },
    select: { id: true },
  });
  const rows = Array.from({ length: games }, (_, index) => ({
    id: toGameId(index, isOneSided),
    slug: `game-${index}`,
    title: `Game ${index}`,
    status: "published" as const,
    publisherId,
    developer: "dev",
    // One in five came later.
    releaseDate: toDate(addDays(lastDay, 1 - (index % 5 === 4 ? Math.ceil(days * 0.7) : days))),
  }));
  await db.game.createMany({ data: rows });
  const ids = rows.map(({ id }) => id);
  await db.gamePrice.createMany({
    data: ids.map((gameId, index) => ({ gameId, currency: "USD", priceCents: 999 + 500 * (index % 4) })),
  });
  await db.gameGenre.createMany({
    data: ids.map((gameId, index) => ({ gameId, genreId: genres[index % genres.length]?.id ?? 0 })),
  });
}

/** Orders of every game: a week's rhythm, a level and a dice of its own, none on some days; one in forty is paid back. */
async function createOrders(db: PrismaClient, { lastDay }: ShopPlan): Promise<void> {
  const { id: userId } = await db.user.create({ data: { email: "proof@test.example", name: "Proof" } });
  await db.$executeRaw`
    CREATE TABLE proof_sales AS
    SELECT md5(g.id::text || d.day::text)::uuid AS order_id, g.id AS game_id, p.price_cents AS cents,
      (d.day::timestamp + interval '1 minute' * (abs(hashtext(g.slug || d.day::text)) % 1440)) AT TIME ZONE 'UTC' AS at,
      round((2 + abs(hashtext(g.slug)) % 7) * (1 + 0.5 * sin(2 * pi() * extract(dow FROM d.day) / 7))
        * (abs(hashtext(d.day::text || g.slug)) % 100) / 50.0)::int AS units
    FROM games g JOIN game_prices p ON p.game_id = g.id
    CROSS JOIN LATERAL (
      SELECT (g.release_date + n)::date AS day FROM generate_series(0, ${lastDay}::date - g.release_date) n
    ) d`;
  await db.$executeRaw`DELETE FROM proof_sales WHERE units = 0`;
  await db.$executeRaw`
    INSERT INTO orders (id, user_id, status, currency, total_cents, idempotency_key, request_hash, placed_at, paid_at)
    SELECT order_id, ${userId}::uuid,
      CASE WHEN abs(hashtext(order_id::text)) % 40 = 0 THEN 'refunded' ELSE 'paid' END::order_status, 'USD',
      units * cents, order_id::text, 'hash', at, at
    FROM proof_sales s ORDER BY s.order_id`;
  await db.$executeRaw`
    INSERT INTO order_items (order_id, game_id, quantity, list_price_cents, unit_price_cents)
    SELECT order_id, game_id, units, cents, cents FROM proof_sales s ORDER BY s.order_id`;
  await db.$executeRaw`
    INSERT INTO refunds (order_id, amount_cents, status, created_at)
    SELECT id, total_cents, 'succeeded', paid_at + interval '2 days' FROM orders WHERE status = 'refunded' ORDER BY id`;
  await db.$executeRaw`DROP TABLE proof_sales`;
}

/** Fills an empty database with the shop. */
export async function createShop(db: PrismaClient, plan: ShopPlan): Promise<void> {
  await createGames(db, plan);
  await createOrders(db, plan);
}
