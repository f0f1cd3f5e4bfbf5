import type { CurrentPrice } from "@/lib/shared/catalogue";
import { type Day, toDay } from "@/lib/shared/day";
import { discountedCents } from "@/lib/shared/money";

/** A published promotion's offer for one game. */
export type Offer = { discountPercent: number; startsAt: Date; endsAt: Date };

/** Whether the offer holds at the moment: from its start on, and no longer at its end. */
export function isInForce(offer: Offer, now: Date): boolean {
  return offer.startsAt <= now && now < offer.endsAt;
}

/** The deepest offer in force, of equal ones that which lasts longest; null without one. */
export function findBestOffer(offers: readonly Offer[], now: Date): Offer | null {
  let best: Offer | null = null;
  for (const offer of offers) {
    if (!isInForce(offer, now)) continue;
    const isDeeper = !best || offer.discountPercent > best.discountPercent;
    const lastsLonger = best?.discountPercent === offer.discountPercent && offer.endsAt > best.endsAt;
    if (isDeeper || lastsLonger) best = offer;
  }
  return best;
}

/** What a game costs at a moment: its list price less the deepest promotion in force. A free game has no discount. */
export function computePrice(
  list: { priceCents: number; currency: string },
  offers: readonly Offer[],
  now: Date,
): CurrentPrice {
  const best = list.priceCents > 0 ? findBestOffer(offers, now) : null;
  return {
    listCents: list.priceCents,
    amountCents: best ? discountedCents(list.priceCents, best.discountPercent) : list.priceCents,
    discountPercent: best?.discountPercent ?? 0,
    currency: list.currency,
    promotionEndsAt: best?.endsAt.toISOString() ?? null,
  };
}

/** Whether a game is out on that UTC day; one without a date is not. */
export function isReleasedOn(releaseDate: Date | null, day: Day): boolean {
  return releaseDate !== null && toDay(releaseDate) <= day;
}
