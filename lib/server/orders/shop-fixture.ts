import { randomUUID } from "node:crypto";
import type { PlaceOrderInput, TestCard } from "@/lib/shared/orders";
import type { PrismaClient } from "@/prisma/generated/client";
import type { GameStatus } from "@/prisma/generated/enums";

type GameInput = {
  title?: string;
  priceCents?: number;
  currency?: string;
  status?: GameStatus;
  releaseDate?: Date | null;
  keys?: number;
};

/** Makes shoppers and games for the tests of the cart, the orders and the library. */
export function createShop(db: PrismaClient) {
  const createUser = async (): Promise<{ userId: string }> => {
    const { id } = await db.user.create({ data: { email: `${randomUUID()}@example.test`, name: "Sam" } });
    return { userId: id };
  };

  const createGame = async (input: GameInput = {}): Promise<{ id: string; slug: string }> => {
    const { priceCents = 1999, currency = "USD", title = "Ember Tide", status = "published", keys = 0 } = input;
    const slug = `game-${randomUUID()}`;
    const { id } = await db.game.create({
      data: {
        slug,
        title,
        status,
        currency,
        developer: "Lantern Works",
        releaseDate: input.releaseDate === undefined ? new Date("2026-01-15") : input.releaseDate,
        publisher: { create: { slug: `publisher-${randomUUID()}`, name: "Lantern" } },
        prices: { create: { currency, priceCents } },
        isSoldByKey: keys > 0,
        licenceKeys: { createMany: { data: Array.from({ length: keys }, () => ({ code: randomUUID() })) } },
      },
    });
    return { id, slug };
  };

  return { createUser, createGame };
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
