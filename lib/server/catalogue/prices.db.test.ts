import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { listCurrentPrices } from "./prices";
import { createTestGame, createTestPromotion } from "./test-catalogue";

const database = useTestDatabase();
const now = new Date("2026-03-10T12:00:00Z");
const week = { startsAt: new Date("2026-03-08T00:00:00Z"), endsAt: new Date("2026-03-15T00:00:00Z") };
let [worldwide, american, unpriced, homeless] = ["", "", "", ""];

beforeAll(async () => {
  const { db } = database;
  worldwide = await createTestGame(db, { slug: "worldwide", priceCents: 3999 });
  american = await createTestGame(db, { slug: "american", priceCents: 999 });
  unpriced = await createTestGame(db, { slug: "unpriced", priceCents: null });
  homeless = await createTestGame(db, { slug: "homeless", priceCents: null });
  await db.gamePrice.createMany({
    data: [
      { gameId: worldwide, currency: "EUR", priceCents: 3899 },
      { gameId: worldwide, currency: "JPY", priceCents: 5799 },
      { gameId: homeless, currency: "EUR", priceCents: 899 },
    ],
  });
  await createTestPromotion(db, worldwide, 25, week);
});

const pricesIn = (currency: string, at = now) =>
  listCurrentPrices(database.db, [worldwide, american, unpriced, homeless], { now: at, currency });

describe("listCurrentPrices", () => {
  it("takes the row of the shopper's currency, less the promotion of the moment", async () => {
    expect((await pricesIn("EUR")).get(worldwide)).toMatchObject({
      listCents: 3899,
      amountCents: 2924,
      discountPercent: 25,
      currency: "EUR",
    });
    const later = (await pricesIn("EUR", week.endsAt)).get(worldwide);
    expect(later).toMatchObject({ amountCents: 3899, promotionEndsAt: null });
  });

  it("rounds a discount to whole yen, which have no smaller part", async () => {
    expect((await pricesIn("JPY")).get(worldwide)).toMatchObject({ listCents: 5799, amountCents: 4349 });
  });

  it("shows a game without a price in it in the game's own currency, converting nothing", async () => {
    expect((await pricesIn("GBP")).get(worldwide)).toMatchObject({ listCents: 3999, currency: "USD" });
    expect((await pricesIn("EUR")).get(american)).toMatchObject({ listCents: 999, currency: "USD" });
  });

  it("leaves out what has no price in its own currency, in which its sales are counted", async () => {
    expect([...(await pricesIn("EUR")).keys()].toSorted()).toEqual([worldwide, american].toSorted());
  });
});
