import { z } from "zod";
import { currencySchema } from "./money-schema";
import { pageQuerySchema } from "./page";

/** States of an order, in the order in which staff filter by them. */
export const ORDER_STATES = ["pending", "paid", "failed", "partially_refunded", "refunded"] as const;

/** Query parameters of staff's list of orders. */
export const recentOrdersQuerySchema = pageQuerySchema.extend({ status: z.enum(ORDER_STATES).optional() });

export type RecentOrdersQuery = z.infer<typeof recentOrdersQuerySchema>;

/** An order as staff see it in the list. */
export const recentOrderSchema = z.object({
  number: z.int().min(0),
  status: z.enum(ORDER_STATES),
  currency: currencySchema,
  totalCents: z.int().min(0),
  placedAt: z.iso.datetime(),
  buyer: z.object({ name: z.string(), email: z.string() }),
  titles: z.array(z.string()),
  units: z.int().min(0),
});

export type RecentOrder = z.infer<typeof recentOrderSchema>;
