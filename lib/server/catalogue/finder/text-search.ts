import { z } from "zod";
import type { Db } from "../../db";
import { addBit, type Bitmap, createBitmap, hasBit } from "./bitmap";
import type { GameTable } from "./game-table";
import { createOrder, type Order } from "./order";

/** The games that a text finds, and those that are published by relevance. `folded` is the text as names are compared with it. */
export type TextMatch = { folded: string; games: Bitmap; order: Order };

/** The best sold of what was found are compared by what they say; the others follow them by popularity. */
const MAX_COMPARED = 800;
/** Titles that begin with the text are compared in any case. */
const MAX_TITLES = 300;
/** Keys of what was not compared: after every relevance, whatever sells. */
const NOT_COMPARED = 2 ** 40;

const foundSchema = z.tuple([
  z.object({ folded: z.string(), query: z.string().nullable(), ordinals: z.instanceof(Uint8Array).nullable() }),
]);

const scoresSchema = z.array(z.object({ ordinal: z.int(), score: z.number() }));

function readOrdinals(bytes: Uint8Array | null, capacity: number): Bitmap {
  const games = createBitmap(capacity);
  if (!bytes) return games;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.byteLength; at += 4) {
    const ordinal = view.getInt32(at);
    if (ordinal < capacity) addBit(games, ordinal);
  }
  return games;
}

/** How much a game's sales and reviews count beside what its words say: a bestseller is worth half as much again or so. */
export function blend(score: number, popularity: number, reviewCount: number): number {
  return Math.round(1_000_000 * score * (1 + 0.1 * Math.log1p(popularity + reviewCount / 20)));
}

async function compare(db: Db, folded: string, query: string | null, ordinals: Int32Array) {
  const rows = await db.$queryRaw`
    SELECT s.ordinal, coalesce(ts_rank('{0.05, 0.2, 0.5, 1.0}', s.document, ${query}::tsquery, 1), 0)::float8 + CASE
      WHEN s.title_key = ${folded} THEN 2
      WHEN starts_with(s.title_key, ${`${folded} `}) THEN 1
      WHEN starts_with(s.title_key, ${folded}) THEN 0.35
      WHEN strpos(s.title_key, ${folded}) > 0 THEN 0.3
      ELSE 0 END AS score
    FROM game_search s
    WHERE s.ordinal = ANY(${[...ordinals]}::int[])
      OR (s.ordinal IN (SELECT ordinal FROM game_search WHERE title_key LIKE ${`${folded}%`} LIMIT ${MAX_TITLES})
        AND s.document @@ ${query}::tsquery)`;
  return scoresSchema.parse(rows);
}

/** Looks for a text in everything that games are found by. `popular` is every game by its sales. */
export async function searchText(db: Db, table: GameTable, popular: Order, q: string): Promise<TextMatch> {
  const [found] = foundSchema.parse(
    await db.$queryRaw`SELECT folded, query::text AS query, ordinals FROM search_games(${q})`,
  );
  const games = readOrdinals(found.ordinals, table.capacity);
  const bySales = popular.ordinals.filter((ordinal) => hasBit(games, ordinal));
  const compared = await compare(db, found.folded, found.query, bySales.subarray(0, MAX_COMPARED));
  const keys = new Map(
    compared.map(({ ordinal, score }) => [
      ordinal,
      -blend(score, table.popularity[ordinal] ?? 0, table.reviewCounts[ordinal] ?? 0),
    ]),
  );
  const keyOf = (ordinal: number) => keys.get(ordinal) ?? NOT_COMPARED - (table.popularity[ordinal] ?? 0);
  const { ordinals: best } = createOrder(
    [...keys.keys()].filter((ordinal) => hasBit(games, ordinal)),
    keyOf,
  );
  const rest = bySales.filter((ordinal) => !keys.has(ordinal));
  const ordinals = new Int32Array(best.length + rest.length);
  ordinals.set(best);
  ordinals.set(rest, best.length);
  return { folded: found.folded, games, order: { ordinals, keyOf } };
}
