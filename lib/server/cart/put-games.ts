import { type CartLine, MAX_CART_LINES, sayUnavailable } from "@/lib/shared/cart";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { PriceView } from "../catalogue/prices";
import { AppError } from "../errors";
import type { Shopper } from "../guests/shopper";
import { lockCart } from "./lock";
import { listOffers } from "./offers";

type Tx = Prisma.TransactionClient;

function checkCanBeBought(offer: CartLine | undefined): CartLine {
  if (!offer) throw new AppError("not_found", say("errors.noSuchGame"));
  const { gameId, title, unavailable: reason } = offer;
  if (reason) throw new AppError("conflict", sayUnavailable(reason, title), { fields: { gameId, reason } });
  return offer;
}

function checkCurrency(added: readonly CartLine[], held: readonly CartLine[]): void {
  const currencies = new Set(held.flatMap(({ price }) => price?.currency ?? []));
  const stranger = added.find(({ price }) => price && currencies.size > 0 && !currencies.has(price.currency));
  if (!stranger?.price) return;
  const values = { title: stranger.title, currency: stranger.price.currency, held: [...currencies].join(", ") };
  throw new AppError("conflict", say("errors.otherCurrency", values));
}

/**
 * Puts games into the cart, all or none, and answers with their lines as they are beside what the cart holds: a DLC
 * fits where its base game is there. Games that are there already stay there once.
 */
export async function putGames(
  tx: Tx,
  shopper: Shopper,
  gameIds: readonly string[],
  view: PriceView,
): Promise<CartLine[]> {
  const cartId = await lockCart(tx, shopper);
  const items = await tx.cartItem.findMany({ where: { cartId }, select: { gameId: true } });
  const others = items.map(({ gameId }) => gameId).filter((gameId) => !gameIds.includes(gameId));
  if (others.length + gameIds.length > MAX_CART_LINES) {
    throw new AppError("conflict", say("errors.cartFull", { max: MAX_CART_LINES }));
  }
  const offers = await listOffers(tx, [...others, ...gameIds], { ...view, userId: shopper.userId });
  const added = gameIds.map((gameId) => checkCanBeBought(offers.get(gameId)));
  checkCurrency(
    added,
    others.flatMap((gameId) => offers.get(gameId) ?? []),
  );
  // One moment each: the cart keeps the order in which games were added.
  const toAddedAt = (place: number) => new Date(view.now.getTime() + place);
  const rows = gameIds.map((gameId, place) => ({ cartId, gameId, addedAt: toAddedAt(place) }));
  await tx.cartItem.createMany({ data: rows, skipDuplicates: true });
  return added;
}
