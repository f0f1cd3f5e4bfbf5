import type { CurrentPrice } from "@/lib/shared/catalogue";
import type { Db } from "../db";
import { computePrice, type Offer } from "./rules";

/** What each of the games costs at the moment, by id, in the currency the game is sold in; a game without a price is left out. */
export async function listCurrentPrices(
  db: Db,
  gameIds: readonly string[],
  now: Date,
): Promise<Map<string, CurrentPrice>> {
  if (gameIds.length === 0) return new Map();
  const inForce = { status: "published", startsAt: { lte: now }, endsAt: { gt: now } } as const;
  const games = await db.game.findMany({
    where: { id: { in: [...gameIds] } },
    select: {
      id: true,
      currency: true,
      prices: { select: { currency: true, priceCents: true } },
      promotions: {
        where: { promotion: inForce },
        select: { discountPercent: true, promotion: { select: { startsAt: true, endsAt: true } } },
      },
    },
  });
  const prices = new Map<string, CurrentPrice>();
  for (const game of games) {
    const list = game.prices.find((price) => price.currency === game.currency);
    if (!list) continue;
    const offers = game.promotions.map(({ discountPercent, promotion }): Offer => ({ discountPercent, ...promotion }));
    prices.set(game.id, computePrice(list, offers, now));
  }
  return prices;
}
