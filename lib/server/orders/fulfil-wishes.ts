import type { Prisma } from "@/prisma/generated/client";
import { lockWishes, userWishes } from "../wishlists/wish-rows";

/** Ends the buyer's wishes for the games of a paid order; they stay as rows, since forecasts count them. */
export async function fulfilWishes(
  tx: Prisma.TransactionClient,
  orderId: string,
  userId: string,
  now: Date,
): Promise<void> {
  const rows = userWishes(userId);
  await lockWishes(tx, rows);
  await tx.$executeRaw`
    UPDATE wishlist_items SET removed_at = greatest(${now}, added_at)
    WHERE game_id IN (SELECT game_id FROM order_items WHERE order_id = ${orderId}::uuid) AND ${rows.mine}`;
}
