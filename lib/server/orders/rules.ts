import { createHash } from "node:crypto";
import { type CartLine, UNAVAILABLE_MESSAGES } from "@/lib/shared/cart";
import { formatMoney } from "@/lib/shared/money";
import type { PlaceOrderInput } from "@/lib/shared/orders";
import { AppError } from "../errors";

/** SHA-256 of what an order asks for, its key apart; the games' order does not matter. */
export function computeRequestHash({ gameIds, expectedTotalCents, currency, payment }: PlaceOrderInput): string {
  const content = [[...gameIds].sort(), expectedTotalCents, currency, payment?.provider, payment?.token];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** What one line of an order costs, as it is written. */
export type OrderLine = {
  gameId: string;
  title: string;
  listPriceCents: number;
  discountPercent: number;
  unitPriceCents: number;
};

function toLine(offer: CartLine | undefined, currency: string): OrderLine {
  if (!offer) throw new AppError("not_found", "There is no such game");
  const { gameId, title, price, unavailable } = offer;
  if (unavailable || !price) {
    throw new AppError("conflict", `${title}: ${UNAVAILABLE_MESSAGES[unavailable ?? "not_sold"]}`, {
      fields: { gameId, reason: unavailable ?? "not_sold" },
    });
  }
  if (price.currency !== currency) {
    throw new AppError("conflict", `${title} is sold in ${price.currency}, not in ${currency}`);
  }
  return {
    gameId,
    title,
    listPriceCents: price.listCents,
    discountPercent: price.discountPercent,
    unitPriceCents: price.amountCents,
  };
}

/** The lines of an order at the price shown; a conflict names the new total where prices changed since. */
export function toOrderLines(
  input: Pick<PlaceOrderInput, "gameIds" | "currency" | "expectedTotalCents">,
  offers: ReadonlyMap<string, CartLine>,
): OrderLine[] {
  const lines = input.gameIds.map((gameId) => toLine(offers.get(gameId), input.currency));
  const totalCents = lines.reduce((sum, line) => sum + line.unitPriceCents, 0);
  if (totalCents !== input.expectedTotalCents) {
    const total = formatMoney({ amountCents: totalCents, currency: input.currency });
    throw new AppError("conflict", `The price has changed: the total is ${total} now. Nothing was ordered.`, {
      fields: { reason: "price_changed", totalCents: String(totalCents), currency: input.currency },
    });
  }
  return lines;
}
