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

type ListPrice = { priceCents: number; currency: string };

/**
 * A game's list price in a currency, else in its own. One without a price in its own currency, in which its sales are
 * counted, is not for sale in any.
 */
export function findListPrice<Price extends ListPrice>(
  game: { currency: string; prices: readonly Price[] },
  currency: string,
): Price | null {
  const priceIn = (wanted: string) => game.prices.find((price) => price.currency === wanted);
  const own = priceIn(game.currency);
  return own ? (priceIn(currency) ?? own) : null;
}

/** What a game costs at a moment: its list price less the deepest promotion in force. A free game has no discount. */
export function computePrice(list: ListPrice, offers: readonly Offer[], now: Date): CurrentPrice {
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
