import type { ShopCurrency } from "@/lib/shared/currency";
import type { Actor } from "../auth/actor";
import type { Db } from "../db";

/** Keeps what a user shops in, on every device. */
export async function updateCurrency(user: Pick<Actor, "userId">, currency: ShopCurrency, db: Db): Promise<void> {
  await db.user.update({ where: { id: user.userId }, data: { currency } });
}
