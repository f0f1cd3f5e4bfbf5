import { createHash } from "node:crypto";
import { type CartLine, sayUnavailable } from "@/lib/shared/cart";
import type { CurrentPrice } from "@/lib/shared/catalogue";
import { discountedCents } from "@/lib/shared/money";
import type { PlaceOrderInput } from "@/lib/shared/orders";
import { say } from "@/lib/shared/say";
import { AppError } from "../errors";
import type { RateLimit } from "../http/rate-limit";

/** Orders that one account may place, each retry counted: more than anybody buys, less than a script wants. */
export const ORDER_LIMIT: RateLimit = { name: "orders", points: 60, durationSeconds: 600 };

/** SHA-256 of what an order asks for, its key apart; the games' order does not matter. */
export function computeRequestHash({ gameIds, expectedTotalCents, currency, payment }: PlaceOrderInput): string {
  const content = [[...gameIds].sort(), expectedTotalCents, currency, payment?.provider, payment?.token];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** What one line of an order costs, as it is written. */
export type OrderLine = {
  gameId: string;
  listPriceCents: number;
  discountPercent: number;
  bundleId: string | null;
  bundlePercent: number;
  unitPriceCents: number;
  unitBaseCents: number | null;
};

type OwnPrice = { priceCents: number; currency: string };

/**
 * What a unit would cost in the game's own currency, in which its sales are counted, with the same discounts; null where
 * it is paid in that. What costs nothing here counts for nothing there.
 */
export function toUnitBaseCents(price: CurrentPrice, bundlePercent: number, own: OwnPrice): number | null {
  if (own.currency === price.currency) return null;
  if (price.amountCents === 0) return 0;
  return discountedCents(discountedCents(own.priceCents, price.discountPercent), bundlePercent);
}

function toLine(offer: CartLine | undefined, own: OwnPrice | undefined, currency: string): OrderLine {
  if (!offer) throw new AppError("not_found", say("errors.noSuchGame"));
  const { gameId, title, price, unavailable, bundle } = offer;
  if (unavailable || !price || !own) {
    throw new AppError("conflict", sayUnavailable(unavailable ?? "not_sold", title), {
      fields: { gameId, reason: unavailable ?? "not_sold" },
    });
  }
  if (price.currency !== currency) {
    throw new AppError("conflict", say("errors.notInCurrency", { title, sold: price.currency, currency }));
  }
  return {
    gameId,
    listPriceCents: price.listCents,
    discountPercent: price.discountPercent,
    bundleId: bundle?.id ?? null,
    bundlePercent: bundle?.percent ?? 0,
    unitPriceCents: price.amountCents,
    unitBaseCents: toUnitBaseCents(price, bundle?.percent ?? 0, own),
  };
}

/** The lines of an order at the price shown; a conflict has the new total where prices changed since. */
export function toOrderLines(
  input: Pick<PlaceOrderInput, "gameIds" | "currency" | "expectedTotalCents">,
  offers: ReadonlyMap<string, CartLine>,
  ownPrices: ReadonlyMap<string, OwnPrice>,
): OrderLine[] {
  const lines = input.gameIds.map((gameId) => toLine(offers.get(gameId), ownPrices.get(gameId), input.currency));
  const totalCents = lines.reduce((sum, line) => sum + line.unitPriceCents, 0);
  if (totalCents !== input.expectedTotalCents) {
    throw new AppError("conflict", say("errors.priceChanged"), {
      fields: { reason: "price_changed", totalCents: String(totalCents), currency: input.currency },
    });
  }
  return lines;
}
