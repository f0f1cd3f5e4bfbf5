import { beforeAll, describe, expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { findPriceHistory, getGame } from "./queries";
import { createTestGame, createTestPromotion } from "./test-catalogue";

const database = useTestDatabase();
let gameId = "";

const span = (from: string, to: string) => ({ startsAt: new Date(from), endsAt: new Date(to) });
const historyAt = (now: string, currency = "USD") =>
  findPriceHistory(gameId, { now: new Date(now), currency }, database.db);

beforeAll(async () => {
  const { db } = database;
  gameId = await createTestGame(db, { slug: "one", priceCents: 1500 });
  await db.priceHistory.deleteMany({ where: { gameId } });
  const list = (currency: string, day: string, priceCents: number) => ({
    gameId,
    currency,
    validFrom: new Date(day),
    priceCents,
  });
  await db.priceHistory.createMany({
    data: [list("USD", "2025-01-01", 2000), list("USD", "2025-07-01", 1500), list("EUR", "2025-01-01", 1900)],
  });
  await createTestPromotion(db, gameId, 20, span("2025-03-01T17:00Z", "2025-03-08T17:00Z"));
  await createTestPromotion(db, gameId, 90, span("2025-04-01", "2025-04-08"), "draft");
  await createTestPromotion(db, gameId, 90, span("2025-05-01", "2025-05-08"), "cancelled");
  await createTestPromotion(db, gameId, 50, span("2025-09-01", "2025-09-20"));
});

describe("a game's price history", () => {
  test("holds the list prices of one currency and the promotions that held, up to the moment", async () => {
    const history = await historyAt("2025-09-10");
    expect(
      history?.steps.map(({ fromMs, amountCents }) => [new Date(fromMs).toISOString().slice(0, 10), amountCents]),
    ).toEqual([
      ["2025-01-01", 2000],
      ["2025-03-01", 1600],
      ["2025-03-08", 2000],
      ["2025-07-01", 1500],
      ["2025-09-01", 750],
    ]);
    expect(history?.lowest).toEqual({ amountCents: 1500, isBeforeReduction: true });
    expect((await historyAt("2025-03-05"))?.steps).toHaveLength(2);
    expect((await historyAt("2025-03-05", "EUR"))?.steps.map(({ amountCents }) => amountCents)).toEqual([1900, 1520]);
  });

  test("ends with the price that the shop asks, at every moment", async () => {
    const moments = ["2025-07-01T00:00:00Z", "2025-08-31T23:59:59Z", "2025-09-01T00:00:00Z", "2025-09-20T00:00:00Z"];
    for (const moment of moments) {
      const game = await getGame("one", { now: new Date(moment) }, database.db);
      const last = (await historyAt(moment))?.steps.at(-1);
      expect([moment, last?.amountCents]).toEqual([moment, game.price?.amountCents]);
    }
  });

  test("is none before the first price, and in a currency that it was never sold in", async () => {
    expect(await historyAt("2024-12-31")).toBeNull();
    expect(await historyAt("2025-09-10", "JPY")).toBeNull();
  });
});
