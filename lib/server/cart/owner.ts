import type { Prisma } from "@/prisma/generated/client";
import { hashGuestToken, type Shopper } from "../guests/shopper";

/** Filter for the carts of a shopper: none, one, or the user's and the guest's that is to be merged into it. */
export function ownedCarts({ userId, guestToken }: Shopper): Prisma.CartWhereInput {
  const owned: Prisma.CartWhereInput[] = [];
  if (userId) owned.push({ userId });
  if (guestToken) owned.push({ guestTokenHash: hashGuestToken(guestToken) });
  return { OR: owned };
}
