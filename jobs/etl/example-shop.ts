import type { PrismaClient } from "@/prisma/generated/client";
import { TestShop } from "./test-shop";

/** The day on which the example's sales are counted. */
export const EXAMPLE_DAY = "2026-03-10";

/**
 * A shop of four games with what makes sales hard to count: payments at the ends of UTC days, a refund, a pending order,
 * prices and promotions that overlap or were never published, hidden reviews, and things of the day after.
 */
export async function openExampleShop(db: PrismaClient): Promise<TestShop> {
  const shop = await new TestShop(db).open();
  await shop.game({
    slug: "saga",
    title: `Saga's "Best", vol. 1; --`,
    release: "2026-03-01",
    genres: ["rpg", "open-world"],
  });
  await shop.game({ slug: "early", release: "2026-03-08" });
  await shop.game({ slug: "unsold", release: "2026-03-01" });
  await shop.game({ slug: "unreleased", release: "2026-09-01" });
  await shop.price("saga", "2026-03-01", 2000);
  await shop.price("saga", "2026-03-06", 1500);
  await shop.price("saga", "2026-03-11", 999);
  // The last and the first half hour of UTC days, which are other days in the server's time zone.
  await shop.sell({ game: "saga", at: "2026-03-02T23:59:59.999Z", quantity: 2 });
  await shop.sell({ game: "saga", at: "2026-03-03T00:00:00.000Z" });
  const refunded = await shop.sell({ game: "saga", at: "2026-03-06T12:00:00Z", cents: 1500, status: "refunded" });
  await shop.sell({ game: "saga", at: "2026-03-07T12:00:00Z", status: "pending" });
  await shop.sell({ game: "saga", at: "2026-03-10T23:30:00Z", cents: 750 });
  await shop.sell({ game: "saga", at: "2026-03-11T00:00:00Z" });
  await shop.sell({ game: "early", at: "2026-03-07T10:00:00Z", cents: 0 });
  await shop.promotion("saga", { from: "2026-03-09T00:00:00Z", to: "2026-03-11T00:00:00Z" }, 50);
  await shop.promotion("saga", { from: "2026-03-10T00:00:00Z", to: "2026-03-12T00:00:00Z" }, 25);
  await shop.promotion("saga", { from: "2026-03-04T00:00:00Z", to: "2026-03-05T00:00:00Z" }, 90, "draft");
  await shop.review("saga", "2026-02-20T00:00:00Z", 5);
  await shop.review("saga", "2026-03-04T23:59:00Z", 1);
  await shop.review("saga", "2026-03-05T01:00:00Z", 1, false);
  await shop.review("saga", "2026-03-11T01:00:00Z", 1);
  const [item] = refunded.items;
  await db.refund.create({
    data: {
      orderId: refunded.id,
      orderItemId: item?.id ?? null,
      amountCents: 1500,
      status: "succeeded",
      createdAt: new Date("2026-03-08T05:00:00Z"),
    },
  });
  return shop;
}
