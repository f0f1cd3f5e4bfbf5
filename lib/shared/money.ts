import { z } from "zod";

/** ISO 4217 code. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, "must be a three-letter currency code");

/** An amount in minor units (cents) of its currency. */
export const moneySchema = z.object({ amountCents: z.int().min(0), currency: currencySchema });

export type Money = z.infer<typeof moneySchema>;

/** Price after a discount in whole percent, rounded half up to a minor unit. */
export function discountedCents(priceCents: number, discountPercent: number): number {
  return Math.round((priceCents * (100 - discountPercent)) / 100);
}

/** Digits after the decimal point in a currency: 2 for USD, 0 for JPY. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Text of an amount for people, such as `$19.99`; zero is `Free` where it is a price. */
export function formatMoney({ amountCents, currency }: Money, locale = "en-US"): string {
  const amount = amountCents / 10 ** minorDigits(currency);
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount);
}
