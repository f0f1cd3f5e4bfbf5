import type { AddCartItemInput, CartLine } from "@/lib/shared/cart";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import { findBundleSet } from "../bundles/sets";
import { type CatalogueView, toPriceView } from "../catalogue/prices";
import { type Db, inTransaction } from "../db";
import { AppError } from "../errors";
import type { Shopper } from "../guests/shopper";
import { listOwnedGameIds } from "../library/queries";
import { ownedCarts } from "./owner";
import { putGames } from "./put-games";

async function getGameId(tx: Prisma.TransactionClient, input: AddCartItemInput): Promise<string> {
  const where = "gameId" in input ? { id: input.gameId } : { slug: input.slug };
  const game = await tx.game.findFirst({ where: { ...where, status: { not: "draft" } }, select: { id: true } });
  if (!game) throw new AppError("not_found", say("errors.noSuchGame"));
  return game.id;
}

/** Puts a game that can be bought into the cart; one that is there already stays there once. */
export async function addCartItem(
  shopper: Shopper,
  input: AddCartItemInput,
  db: Db,
  given: CatalogueView = {},
): Promise<CartLine> {
  const view = toPriceView(given);
  return inTransaction(db, async (tx) => {
    const [line] = await putGames(tx, shopper, [await getGameId(tx, input)], view);
    if (!line) throw new Error("The game was not put into the cart");
    return line;
  });
}

/** Puts what the shopper does not own of a bundle into the cart, all or none of it. */
export async function addBundle(
  shopper: Shopper,
  slug: string,
  db: Db,
  given: CatalogueView = {},
): Promise<CartLine[]> {
  return inTransaction(db, async (tx) => {
    const bundle = await findBundleSet(tx, slug);
    if (!bundle) throw new AppError("not_found", say("errors.noSuchBundle"));
    const owned = shopper.userId ? await listOwnedGameIds(tx, shopper.userId, bundle.gameIds) : new Set<string>();
    const missing = bundle.gameIds.filter((gameId) => !owned.has(gameId));
    if (missing.length === 0) throw new AppError("conflict", say("errors.bundleOwned", { title: bundle.title }));
    return putGames(tx, shopper, missing, toPriceView(given));
  });
}

/** Takes a game out of the cart; one that is not there is no error, so that a retry is none. */
export async function removeCartItem(shopper: Shopper, gameId: string, db: Db): Promise<void> {
  await db.cartItem.deleteMany({ where: { gameId, cart: ownedCarts(shopper) } });
}
