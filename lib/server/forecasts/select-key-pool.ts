import type { Db } from "@/lib/server/db";
import { type Day, toDate } from "@/lib/shared/day";
import type { KeyPool } from "./stock-out";

/**
 * A game's keys: those free now, and those that were when `firstDay` began. A key reserved by an order that is not paid
 * yet was free then.
 */
export async function selectKeyPool(db: Db, gameId: string, firstDay: Day): Promise<KeyPool> {
  const [keysLeft, taken] = await Promise.all([
    db.licenceKey.count({ where: { gameId, status: "available" } }),
    db.licenceKey.count({
      where: { gameId, status: "sold", OR: [{ soldAt: null }, { soldAt: { gte: toDate(firstDay) } }] },
    }),
  ]);
  return { keysLeft, keysAtStart: keysLeft + taken };
}
