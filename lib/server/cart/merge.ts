import { MAX_CART_LINES } from "@/lib/shared/cart";
import type { Prisma } from "@/prisma/generated/client";
import { lockCart } from "./lock";

/**
 * Moves a guest's cart into the user's, less what the user owns, and ends the guest's cart. Lines of another currency
 * are kept: they are paid on their own.
 */
export async function mergeGuestCart(tx: Prisma.TransactionClient, userId: string, tokenHash: string): Promise<void> {
  const guests = await tx.$queryRaw<{ id: string }[]>`
    select id from carts where guest_token_hash = ${tokenHash} for update`;
  const guestId = guests[0]?.id;
  if (!guestId) return;
  const cartId = await lockCart(tx, { userId, guestToken: null });
  const held = await tx.cartItem.count({ where: { cartId } });
  await tx.$executeRaw`
    insert into cart_items (cart_id, game_id, added_at)
    select ${cartId}::uuid, item.game_id, item.added_at from cart_items item
    where item.cart_id = ${guestId}::uuid
      and not exists (select from entitlements e
        where e.user_id = ${userId}::uuid and e.game_id = item.game_id and e.revoked_at is null)
      and not exists (select from cart_items own where own.cart_id = ${cartId}::uuid and own.game_id = item.game_id)
    order by item.added_at, item.game_id
    limit ${Math.max(0, MAX_CART_LINES - held)}
    on conflict do nothing`;
  await tx.cart.delete({ where: { id: guestId } });
}
