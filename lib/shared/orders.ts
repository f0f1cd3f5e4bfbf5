import { z } from "zod";
import { MAX_CART_LINES } from "./cart";
import { pictureSchema } from "./catalogue";
import { currencySchema } from "./money-schema";
import { pageSchema } from "./page";

/** Cards of the test provider: each is named by what it does. */
export const TEST_CARDS = ["approve", "decline", "delay"] as const;

export type TestCard = (typeof TEST_CARDS)[number];

/** How an order is paid: the provider, and what it charges. */
export const paymentMethodSchema = z.discriminatedUnion("provider", [
  z.strictObject({ provider: z.literal("test"), token: z.enum(TEST_CARDS) }),
]);

/** An order at the price shown: it is refused where the games cost something else by now. */
export const placeOrderSchema = z.strictObject({
  /** Made when the checkout starts and kept over retries, so that they make one order. */
  idempotencyKey: z.uuid(),
  gameIds: z
    .array(z.uuid())
    .min(1)
    .max(MAX_CART_LINES)
    .refine((ids) => new Set(ids).size === ids.length, "names a game twice"),
  expectedTotalCents: z.int().min(0),
  currency: currencySchema,
  /** May be left out where nothing is to be paid. */
  payment: paymentMethodSchema.optional(),
});

/** Where an order stands. */
export const orderStatusSchema = z.enum(["pending", "paid", "failed", "partially_refunded", "refunded"]);

const moment = z.iso.datetime();

const orderItemSchema = z.object({
  gameId: z.uuid(),
  slug: z.string(),
  title: z.string(),
  /** Whether the store still shows it. */
  hasPage: z.boolean(),
  cover: pictureSchema.nullable(),
  quantity: z.int().min(1),
  listPriceCents: z.int().min(0),
  discountPercent: z.int(),
  unitPriceCents: z.int().min(0),
  /** What the bundle took off on top of the discount; 0 without one. */
  bundlePercent: z.int().min(0).max(100),
  /** Name of that bundle; null without one, or where it is gone. */
  bundleTitle: z.string().nullable(),
  /** Keys that the buyer may use; empty until the order is paid. */
  licenceKeys: z.array(z.string()),
});

const orderPaymentSchema = z.object({
  provider: z.string(),
  status: z.enum(["pending", "succeeded", "failed"]),
  failureCode: z.string().nullable(),
});

/** An order as its buyer sees it. */
export const orderSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  status: orderStatusSchema,
  currency: currencySchema,
  totalCents: z.int().min(0),
  placedAt: moment,
  paidAt: moment.nullable(),
  items: z.array(orderItemSchema),
  payment: orderPaymentSchema.nullable(),
});

/** An order in a list. */
export const orderSummarySchema = orderSchema
  .pick({ id: true, number: true, status: true, currency: true, totalCents: true, placedAt: true })
  .extend({ titles: z.array(z.string()) });

/** A page of a shopper's orders, latest first. */
export const orderPageSchema = pageSchema(orderSummarySchema);

export type PlaceOrderInput = z.infer<typeof placeOrderSchema>;
export type OrderStatus = z.infer<typeof orderStatusSchema>;
export type Order = z.infer<typeof orderSchema>;
export type OrderItem = z.infer<typeof orderItemSchema>;
export type OrderSummary = z.infer<typeof orderSummarySchema>;

/** Failures of a payment that there are words for. */
const KNOWN_FAILURES = ["card_declined"] as const;

/** The key of the words for why a payment failed. */
export function toFailureKey(failureCode: string | null): (typeof KNOWN_FAILURES)[number] | "other" {
  return KNOWN_FAILURES.find((known) => known === failureCode) ?? "other";
}
