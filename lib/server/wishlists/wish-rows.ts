import { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { hashGuestToken } from "../guests/shopper";

type Tx = Prisma.TransactionClient;

/** Where a wishlist is kept: its rows are those of `table` for which `mine` holds. */
export type WishRows = { name: string; table: Prisma.Sql; mine: Prisma.Sql };

/** A user's wishes; those that were withdrawn or bought stay as rows and are no wishes. */
export function userWishes(userId: string): WishRows {
  const mine = Prisma.sql`user_id = ${userId}::uuid AND removed_at IS NULL`;
  return { name: userId, table: Prisma.sql`wishlist_items`, mine };
}

/** A guest's wishes, by what is stored of the cookie's token. */
export function guestWishes(tokenHash: string): WishRows {
  return { name: tokenHash, table: Prisma.sql`guest_wishes`, mine: Prisma.sql`guest_token_hash = ${tokenHash}` };
}

/** The wishlists of a shopper: none, one, or the user's and the guest's that is to be merged into it. */
export function listWishRows({ userId, guestToken }: { userId: string | null; guestToken: string | null }): WishRows[] {
  const lists = [];
  if (userId) lists.push(userWishes(userId));
  if (guestToken) lists.push(guestWishes(hashGuestToken(guestToken)));
  return lists;
}

/** Makes whatever else changes the wishlist wait until the transaction ends. A guest's is locked before a user's. */
export async function lockWishes(tx: Tx, { name }: WishRows): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('wishlist.' || ${name}, 0))::text`;
}

/** A wish as it is kept. */
export type WishRow = { gameId: string; note: string; addedAt: Date };

/** The wishes in their order. */
export function selectWishes(db: Db, { table, mine }: WishRows): Promise<WishRow[]> {
  return db.$queryRaw<WishRow[]>`
    SELECT game_id AS "gameId", note, added_at AS "addedAt" FROM ${table} WHERE ${mine}
    ORDER BY position, added_at, game_id`;
}

/** Games of the wishlist in their order. */
export async function selectWishIds(db: Db, rows: WishRows): Promise<string[]> {
  return (await selectWishes(db, rows)).map(({ gameId }) => gameId);
}

/** Writes an order down; the list must be locked. */
export async function writeOrder(tx: Tx, { table, mine }: WishRows, gameIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE ${table} SET position = place.n
    FROM unnest(${gameIds}::uuid[]) WITH ORDINALITY AS place(game_id, n)
    WHERE ${table}.game_id = place.game_id AND position <> place.n AND ${mine}`;
}
