import type { Actor } from "../auth/actor";
import type { Db } from "../db";
import { mergeGuestCart } from "./commands";
import { dropGuestToken, findGuestToken, keepGuestToken } from "./guest-cookie";
import { type CartOwner, createGuestToken } from "./owner";

/** The cart that a request is about, and the headers that its answer must carry. */
export type OpenedCart = { owner: CartOwner; headers: Record<string, string> };

/**
 * Finds whose cart a request is about. The first request of a signed-in shopper that still carries a guest's cookie
 * merges the guest's cart. A guest without a cookie gets one where `isWrite`: looking around leaves nothing behind.
 */
export async function openCart(
  actor: Actor | null,
  request: Request,
  db: Db,
  { isWrite }: { isWrite: boolean },
): Promise<OpenedCart> {
  const guestToken = findGuestToken(request);
  if (actor && guestToken) {
    await mergeGuestCart(actor.userId, guestToken, db);
    return { owner: { userId: actor.userId, guestToken: null }, headers: dropGuestToken() };
  }
  if (actor || guestToken || !isWrite) return { owner: { userId: actor?.userId ?? null, guestToken }, headers: {} };
  const newToken = createGuestToken();
  return { owner: { userId: null, guestToken: newToken }, headers: keepGuestToken(newToken) };
}
