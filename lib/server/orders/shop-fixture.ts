import { randomUUID } from "node:crypto";
import type { PlaceOrderInput, TestCard } from "@/lib/shared/orders";
import type { PrismaClient } from "@/prisma/generated/client";
import type { BundleStatus, GameKind, GameStatus } from "@/prisma/generated/enums";

type GameInput = {
  title?: string;
  priceCents?: number;
  currency?: string;
  /** List prices in other currencies than the game's own. */
  abroad?: Record<string, number>;
  status?: GameStatus;
  releaseDate?: Date | null;
  keys?: number;
  kind?: GameKind;
  baseGameId?: string;
};

/** Makes shoppers and games for the tests of the cart, the orders and the library. */
export function createShop(db: PrismaClient) {
  const createUser = async (): Promise<{ userId: string }> => {
    const { id } = await db.user.create({ data: { email: `${randomUUID()}@example.test`, name: "Sam" } });
    return { userId: id };
  };

  const createGame = async (input: GameInput = {}): Promise<{ id: string; slug: string }> => {
    const { priceCents = 1999, currency = "USD", title = "Ember Tide", status = "published", keys = 0 } = input;
    const abroad = Object.entries(input.abroad ?? {}).map(([code, cents]) => ({ currency: code, priceCents: cents }));
    const slug = `game-${randomUUID()}`;
    const { id } = await db.game.create({
      data: {
        slug,
        title,
        status,
        currency,
        developer: "Lantern Works",
        kind: input.kind ?? "base",
        ...(input.baseGameId ? { baseGame: { connect: { id: input.baseGameId } } } : {}),
        releaseDate: input.releaseDate === undefined ? new Date("2026-01-15") : input.releaseDate,
        publisher: { create: { slug: `publisher-${randomUUID()}`, name: "Lantern" } },
        prices: { create: [{ currency, priceCents }, ...abroad] },
        isSoldByKey: keys > 0,
        licenceKeys: { createMany: { data: Array.from({ length: keys }, () => ({ code: randomUUID() })) } },
      },
    });
    return { id, slug };
  };

  const createBundle = async (gameIds: string[], percent: number, status: BundleStatus = "published") => {
    const slug = `bundle-${randomUUID()}`;
    const games = { createMany: { data: gameIds.map((gameId, position) => ({ gameId, position })) } };
    const data = { slug, title: `Bundle of ${gameIds.length}`, status, discountPercent: percent, games };
    return db.bundle.create({ data, select: { id: true, slug: true } });
  };

  return { createUser, createGame, createBundle };
}

/** What a checkout sends: by default a new key, one price and a card that approves. */
export function toCheckout(
  gameIds: string[],
  options: { card?: TestCard; totalCents?: number; currency?: string; key?: string } = {},
): PlaceOrderInput {
  const { card = "approve", totalCents = gameIds.length * 1999, currency = "USD", key = randomUUID() } = options;
  return {
    idempotencyKey: key,
    gameIds,
    expectedTotalCents: totalCents,
    currency,
    ...(totalCents === 0 ? {} : { payment: { provider: "test", token: card } }),
  };
}
