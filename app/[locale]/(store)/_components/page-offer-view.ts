import { findActor } from "@/lib/server/auth/queries";
import type { OfferView } from "@/lib/server/cart/offers";
import { findPageCurrency } from "@/lib/server/currency/queries";

/** Whom a page offers bundles to, and at which prices. */
export async function findPageOfferView(): Promise<OfferView> {
  const [actor, currency] = [await findActor(), await findPageCurrency()];
  return { userId: actor?.userId ?? null, now: new Date(), currency };
}
