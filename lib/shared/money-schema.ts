import { z } from "zod";
import type { Money } from "./money";

/** ISO 4217 code. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, "must be a three-letter currency code");

/** An amount in minor units (cents) of its currency. */
export const moneySchema = z.object({
  amountCents: z.int().min(0),
  currency: currencySchema,
}) satisfies z.ZodType<Money>;
