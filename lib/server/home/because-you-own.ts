import { z } from "zod";
import type { GameCard } from "@/lib/shared/catalogue";
import type { PriceView } from "../catalogue/prices";
import { listCards } from "../catalogue/queries";
import type { Db } from "../db";
import { keep } from "../keep";

/** Games that somebody may like, and the one of theirs that speaks for it. */
export type BecauseYouOwn = { owned: { slug: string; title: string }; games: GameCard[] };

const SHOWN = 12;
/** Fewer would be a gap rather than a shelf. */
const LEAST = 4;
/** The newest of somebody's games that are tried, until one has enough to offer. */
const MAX_TRIED = 4;
/** Best sold games among which what is alike is looked for. */
const CANDIDATES = 3000;
/** What is alike is kept for each game: more than is shown, since much of it may be owned. */
const KEPT_ALIKE = 60;

const idRowsSchema = z.array(z.object({ id: z.string() }));

/** Ids of well sold base games that are out, those that share most genres and tags with a game first. */
async function loadAlike(db: Db, gameId: string): Promise<string[]> {
  const rows = await db.$queryRaw`
    WITH candidates AS MATERIALIZED (
      SELECT id, popularity FROM games
      WHERE status = 'published' AND kind = 'base' AND release_date <= (now() AT TIME ZONE 'UTC')::date
        AND id <> ${gameId}::uuid
      ORDER BY popularity DESC, id LIMIT ${CANDIDATES}
    ), shared AS (
      SELECT c.id, 3 AS weight FROM candidates c JOIN game_genres other ON other.game_id = c.id
      WHERE other.genre_id IN (SELECT genre_id FROM game_genres WHERE game_id = ${gameId}::uuid)
      UNION ALL
      SELECT c.id, 2 FROM candidates c JOIN game_tags other ON other.game_id = c.id
      WHERE other.tag_id IN (SELECT tag_id FROM game_tags WHERE game_id = ${gameId}::uuid)
    )
    SELECT c.id::text AS id FROM shared s JOIN candidates c ON c.id = s.id
    GROUP BY c.id, c.popularity ORDER BY sum(s.weight) DESC, c.popularity DESC, c.id LIMIT ${KEPT_ALIKE}`;
  return idRowsSchema.parse(rows).map(({ id }) => id);
}

const alikeOf = keep({ ttlMs: 10 * 60_000, max: 500 }, loadAlike);

/** The newest base games of a user, as many as are tried. */
function listNewestOwned(db: Db, userId: string) {
  return db.entitlement.findMany({
    where: { userId, revokedAt: null, game: { kind: "base", status: "published" } },
    orderBy: [{ grantedAt: "desc" }, { gameId: "asc" }],
    take: MAX_TRIED,
    select: { game: { select: { id: true, slug: true, title: true } } },
  });
}

/** Which of the games a user owns or has in the cart. */
async function listHeldIds(db: Db, userId: string, gameIds: string[]): Promise<Set<string>> {
  const [owned, inCart] = await Promise.all([
    db.entitlement.findMany({ where: { userId, revokedAt: null, gameId: { in: gameIds } }, select: { gameId: true } }),
    db.cartItem.findMany({ where: { cart: { userId }, gameId: { in: gameIds } }, select: { gameId: true } }),
  ]);
  return new Set([...owned, ...inCart].map(({ gameId }) => gameId));
}

/** Games like one that the user owns, which are neither owned nor in the cart; null where too little is known of them. */
export async function loadBecauseYouOwn(db: Db, userId: string, view: PriceView): Promise<BecauseYouOwn | null> {
  for (const { game } of await listNewestOwned(db, userId)) {
    const alike = await alikeOf(db, game.id);
    const held = await listHeldIds(db, userId, alike);
    const ids = alike.filter((id) => !held.has(id)).slice(0, SHOWN);
    if (ids.length < LEAST) continue;
    return { owned: { slug: game.slug, title: game.title }, games: await listCards(ids, view, db) };
  }
  return null;
}
