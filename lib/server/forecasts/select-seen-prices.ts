import type { Db } from "@/lib/server/db";
import { type Day, toDate } from "@/lib/shared/day";
import type { SeenPrices } from "./cautions";

/** What the store's games were sold at up to a day: the depths of its promotions, and its list prices in a currency. */
export async function selectStorePrices(
  db: Db,
  currency: string,
  through: Day,
): Promise<Pick<SeenPrices, "storeDepths" | "storePriceRange">> {
  const [depths, range] = await Promise.all([
    db.promotionGame.groupBy({
      by: ["discountPercent"],
      where: { promotion: { status: "published", startsAt: { lte: toDate(through) } } },
    }),
    db.gamePrice.aggregate({
      where: { currency, priceCents: { gt: 0 } },
      _min: { priceCents: true },
      _max: { priceCents: true },
    }),
  ]);
  const [lowest, highest] = [range._min.priceCents, range._max.priceCents];
  return {
    storeDepths: depths.map(({ discountPercent }) => discountPercent),
    storePriceRange: lowest === null || highest === null ? null : [lowest, highest],
  };
}
