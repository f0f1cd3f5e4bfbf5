import { createHash, randomBytes } from "node:crypto";
import type { Prisma } from "@/prisma/generated/client";

/** Whose cart: a user's, a guest's by the token of the cookie, or a user's who still carries a guest's cookie. */
export type CartOwner = { userId: string | null; guestToken: string | null };

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A new guest's token: 32 random bytes. */
export function createGuestToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether a cookie's value can be a token that this shop gave. */
export function isGuestToken(value: string): boolean {
  return TOKEN.test(value);
}

/** What is stored of a guest's token. */
export function hashGuestToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Filter for the carts of an owner: none, one, or the user's and the guest's that is to be merged into it. */
export function ownedCarts({ userId, guestToken }: CartOwner): Prisma.CartWhereInput {
  const owned: Prisma.CartWhereInput[] = [];
  if (userId) owned.push({ userId });
  if (guestToken) owned.push({ guestTokenHash: hashGuestToken(guestToken) });
  return { OR: owned };
}
