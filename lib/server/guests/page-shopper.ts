import { cookies } from "next/headers";
import { findActor } from "../auth/queries";
import { GUEST_COOKIE, toGuestToken } from "./guest-cookie";
import type { Shopper } from "./shopper";

/** Whose cart and wishlist a page is about. */
export async function findPageShopper(): Promise<Shopper> {
  const [actor, jar] = [await findActor(), await cookies()];
  return { userId: actor?.userId ?? null, guestToken: toGuestToken(jar.get(GUEST_COOKIE)?.value) };
}
