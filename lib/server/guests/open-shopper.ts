import type { Actor } from "../auth/actor";
import type { Db } from "../db";
import { dropGuestToken, findGuestToken, keepGuestToken } from "./guest-cookie";
import { mergeGuest } from "./merge-guest";
import { createGuestToken, type Shopper } from "./shopper";

/** Whose cart and wishlist a request is about, and the headers that its answer must carry. */
export type OpenedShopper = { shopper: Shopper; headers: Record<string, string> };

/**
 * Finds whose cart and wishlist a request is about. The first request of a signed-in shopper that still carries a
 * guest's cookie merges what the guest had. A guest gets a cookie where `isWrite`, and keeps it for its whole time from
 * each write on: looking around leaves nothing behind.
 */
export async function openShopper(
  actor: Pick<Actor, "userId"> | null,
  request: Request,
  db: Db,
  { isWrite }: { isWrite: boolean },
): Promise<OpenedShopper> {
  const guestToken = findGuestToken(request);
  if (actor && guestToken) {
    await mergeGuest(actor.userId, guestToken, db);
    return { shopper: { userId: actor.userId, guestToken: null }, headers: dropGuestToken() };
  }
  if (actor || !isWrite) return { shopper: { userId: actor?.userId ?? null, guestToken }, headers: {} };
  const token = guestToken ?? createGuestToken();
  return { shopper: { userId: null, guestToken: token }, headers: keepGuestToken(token) };
}
