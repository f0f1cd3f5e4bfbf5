import type { CurrentPrice } from "@/lib/shared/catalogue";
import { DEFAULT_CURRENCY } from "@/lib/shared/currency";
import type { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { computePrice, findListPrice } from "./rules";

/** At which moment, and in which currency, prices are looked up. */
export type PriceView = { now: Date; currency: string };

/** How a shopper looks at the catalogue; what is left out is the present, and the shop's first currency. */
export type CatalogueView = Partial<PriceView>;

/** The view with what was left out. */
export function toPriceView({ now = new Date(), currency = DEFAULT_CURRENCY }: CatalogueView): PriceView {
  return { now, currency };
}

/** What `toCurrentPrice` needs of a game at a moment or later. */
export function priceSelect(now: Date) {
  const notOver = { status: "published", endsAt: { gt: now } } as const;
  return {
    currency: true,
    prices: { select: { currency: true, priceCents: true } },
    promotions: {
      where: { promotion: notOver },
      select: { discountPercent: true, promotion: { select: { startsAt: true, endsAt: true } } },
    },
  } satisfies Prisma.GameSelect;
}

type PriceRow = Prisma.GameGetPayload<{ select: ReturnType<typeof priceSelect> }>;

/** What the game of a row costs in the view's currency, or in its own where it has no price in that; null without any. */
export function toCurrentPrice(row: PriceRow, { now, currency }: PriceView): CurrentPrice | null {
  const list = findListPrice(row, currency);
  if (!list) return null;
  const offers = row.promotions.map(({ discountPercent, promotion }) => ({ discountPercent, ...promotion }));
  return computePrice(list, offers, now);
}

/** What each of the games costs, by id, as `toCurrentPrice` says; a game without a price is left out. */
export async function listCurrentPrices(
  db: Db,
  gameIds: readonly string[],
  view: PriceView,
): Promise<Map<string, CurrentPrice>> {
  if (gameIds.length === 0) return new Map();
  const where = { id: { in: [...gameIds] } };
  const games = await db.game.findMany({ where, select: { id: true, ...priceSelect(view.now) } });
  const prices = games.map((game) => [game.id, toCurrentPrice(game, view)] as const);
  return new Map(prices.flatMap(([id, price]) => (price ? [[id, price]] : [])));
}

/** The list price of each of the games in its own currency, by id; a game without one is left out. */
export async function listOwnPrices(
  db: Db,
  gameIds: readonly string[],
): Promise<Map<string, { priceCents: number; currency: string }>> {
  const games = await db.game.findMany({
    where: { id: { in: [...gameIds] } },
    select: { id: true, currency: true, prices: { select: { currency: true, priceCents: true } } },
  });
  const prices = games.map((game) => [game.id, findListPrice(game, game.currency)] as const);
  return new Map(prices.flatMap(([id, price]) => (price ? [[id, price]] : [])));
}
