import { sayUnavailable } from "@/lib/shared/cart";
import { placeBefore } from "@/lib/shared/place-before";
import { say } from "@/lib/shared/say";
import { type AddWishInput, MAX_WISHES, type UpdateWishInput, type Wish } from "@/lib/shared/wishlist";
import { Prisma } from "@/prisma/generated/client";
import type { CatalogueView } from "../catalogue/prices";
import { type Db, inTransaction } from "../db";
import { AppError } from "../errors";
import { hashGuestToken, type Shopper } from "../guests/shopper";
import { listOwnedGameIds } from "../library/queries";
import { getWish } from "./queries";
import { guestWishes, lockWishes, selectWishIds, userWishes, type WishRows, writeOrder } from "./wish-rows";

type Tx = Prisma.TransactionClient;

/** The one wishlist that a shopper writes to. */
function toRows({ userId, guestToken }: Shopper): WishRows {
  return userId ? userWishes(userId) : guestWishes(hashGuestToken(guestToken ?? ""));
}

async function checkGame(tx: Tx, { userId }: Shopper, gameId: string): Promise<void> {
  const game = await tx.game.findFirst({ where: { id: gameId, status: { not: "draft" } }, select: { title: true } });
  if (!game) throw new AppError("not_found", say("errors.noSuchGame"));
  const owned = userId ? await listOwnedGameIds(tx, userId, [gameId]) : new Set();
  if (owned.has(gameId)) throw new AppError("conflict", sayUnavailable("owned", game.title));
}

/** A user's earlier wish for the game comes back with the day it was first made and, where none is given, its note. */
async function writeWish(tx: Tx, shopper: Shopper, { gameId, note }: AddWishInput, now: Date): Promise<void> {
  const { table, mine } = toRows(shopper);
  const end = Prisma.sql`(SELECT coalesce(max(position), 0) + 1 FROM ${table} WHERE ${mine})`;
  if (!shopper.userId) {
    await tx.$executeRaw`
      INSERT INTO guest_wishes (guest_token_hash, game_id, position, note, added_at)
      VALUES (${hashGuestToken(shopper.guestToken ?? "")}, ${gameId}::uuid, ${end}, ${note ?? ""}, ${now})`;
    return;
  }
  await tx.$executeRaw`
    INSERT INTO wishlist_items (user_id, game_id, position, note, added_at)
    VALUES (${shopper.userId}::uuid, ${gameId}::uuid, ${end}, ${note ?? ""}, ${now})
    ON CONFLICT (user_id, game_id) DO UPDATE
    SET removed_at = NULL, position = excluded.position, note = coalesce(${note ?? null}, wishlist_items.note)`;
}

/** Puts a game onto the wishlist; one that is there already stays where it is. */
export async function addWish(
  shopper: Shopper,
  input: AddWishInput,
  db: Db,
  { now = new Date(), ...view }: CatalogueView = {},
): Promise<Wish> {
  return inTransaction(db, async (tx) => {
    await checkGame(tx, shopper, input.gameId);
    const rows = toRows(shopper);
    await lockWishes(tx, rows);
    const gameIds = await selectWishIds(tx, rows);
    if (!gameIds.includes(input.gameId)) {
      if (gameIds.length >= MAX_WISHES) {
        throw new AppError("conflict", say("errors.wishlistFull", { max: MAX_WISHES }));
      }
      await writeWish(tx, shopper, input, now);
      if (input.before) await writeOrder(tx, rows, placeBefore(gameIds, input.gameId, input.before));
    }
    return getWish(shopper, input.gameId, tx, { now, ...view });
  });
}

async function moveWish(tx: Tx, rows: WishRows, gameId: string, before: string | null): Promise<void> {
  await lockWishes(tx, rows);
  const gameIds = await selectWishIds(tx, rows);
  if (!gameIds.includes(gameId)) return;
  if (before !== null && !gameIds.includes(before)) throw new AppError("conflict", say("errors.wishlistChanged"));
  await writeOrder(tx, rows, placeBefore(gameIds, gameId, before));
}

/** Changes the note of a wish or its place. Places are relative, so that two tabs at once leave one order of both. */
export async function updateWish(
  shopper: Shopper,
  gameId: string,
  { note, before }: UpdateWishInput,
  db: Db,
  view: CatalogueView = {},
): Promise<Wish> {
  return inTransaction(db, async (tx) => {
    const rows = toRows(shopper);
    if (before !== undefined) await moveWish(tx, rows, gameId, before);
    if (note !== undefined) {
      await tx.$executeRaw`UPDATE ${rows.table} SET note = ${note} WHERE game_id = ${gameId}::uuid AND ${rows.mine}`;
    }
    return getWish(shopper, gameId, tx, view);
  });
}

/** Takes games off the wishlist; those that are not on it are no error, so that a retry is none. */
export async function removeWishes(
  shopper: Shopper,
  gameIds: readonly string[],
  db: Db,
  now = new Date(),
): Promise<void> {
  const rows = toRows(shopper);
  const named = Prisma.sql`game_id = ANY(${gameIds}::uuid[]) AND ${rows.mine}`;
  await inTransaction(db, async (tx) => {
    await lockWishes(tx, rows);
    if (!shopper.userId) await tx.$executeRaw`DELETE FROM guest_wishes WHERE ${named}`;
    else await tx.$executeRaw`UPDATE wishlist_items SET removed_at = greatest(${now}, added_at) WHERE ${named}`;
  });
}
