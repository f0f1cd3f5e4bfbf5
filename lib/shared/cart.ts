import { z } from "zod";
import { pictureSchema, priceSchema } from "./catalogue";
import { moneySchema } from "./money";

/** Most games that a cart holds, and an order with it. */
export const MAX_CART_LINES = 50;

/** Why a game cannot be bought at the moment, with what is said to people. */
export const UNAVAILABLE_MESSAGES = {
  not_sold: "This game is no longer sold",
  not_released: "This game is not out yet",
  sold_out: "This game is sold out",
  owned: "This game is already in your library",
} as const;

export type UnavailableReason = keyof typeof UNAVAILABLE_MESSAGES;

const unavailableReasonSchema = z.enum(
  Object.keys(UNAVAILABLE_MESSAGES) as [UnavailableReason, ...UnavailableReason[]],
);

/** A game in the cart; `price` is null exactly where it cannot be bought, and `unavailable` says why. */
export const cartLineSchema = z.object({
  gameId: z.uuid(),
  slug: z.string(),
  title: z.string(),
  cover: pictureSchema.nullable(),
  price: priceSchema.nullable(),
  unavailable: unavailableReasonSchema.nullable(),
});

/** A cart: its lines, latest added last. */
export const cartSchema = z.object({ lines: z.array(cartLineSchema) });

/** Names the game to add, by its id or its slug. */
export const addCartItemSchema = z.union([
  z.strictObject({ gameId: z.uuid() }),
  z.strictObject({
    slug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a slug")
      .max(200),
  }),
]);

export type Cart = z.infer<typeof cartSchema>;
export type CartLine = z.infer<typeof cartLineSchema>;
export type AddCartItemInput = z.infer<typeof addCartItemSchema>;

/** What is paid together: the lines of one currency that can be bought, and their sum. */
export const cartTotalSchema = moneySchema.extend({ gameIds: z.array(z.uuid()) });

export type CartTotal = z.infer<typeof cartTotalSchema>;

/** The sum of each currency in the cart, in the order in which the currencies appear. */
export function computeCartTotals(lines: readonly CartLine[]): CartTotal[] {
  const totals = new Map<string, CartTotal>();
  for (const { price, gameId } of lines) {
    if (!price) continue;
    const total = totals.get(price.currency) ?? { currency: price.currency, amountCents: 0, gameIds: [] };
    total.amountCents += price.amountCents;
    total.gameIds.push(gameId);
    totals.set(price.currency, total);
  }
  return [...totals.values()];
}
