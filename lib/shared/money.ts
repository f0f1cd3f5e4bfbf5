import { CURRENCIES } from "./currency";

/** An amount in minor units (cents) of its currency, an ISO 4217 code. */
export type Money = { amountCents: number; currency: string };

/** Price after a discount in whole percent, rounded half up to a minor unit. */
export function discountedCents(priceCents: number, discountPercent: number): number {
  return Math.round((priceCents * (100 - discountPercent)) / 100);
}

/** How much less than its list price something costs, in whole percent. */
export function toPercentOff(listCents: number, amountCents: number): number {
  return listCents > 0 ? Math.round((100 * (listCents - amountCents)) / listCents) : 0;
}

/** Signs that mean one currency in this shop, also where a language would write the code. */
const SIGNED_CURRENCIES: readonly string[] = CURRENCIES;

const formats = new Map<string, Intl.NumberFormat>();

/** A format is slow to make, and a list shows many prices. */
function toMoneyFormat(locale: string, currency: string, isWhole = false): Intl.NumberFormat {
  const key = `${locale} ${currency} ${isWhole}`;
  const known = formats.get(key);
  if (known) return known;
  const currencyDisplay = SIGNED_CURRENCIES.includes(currency) ? "narrowSymbol" : "symbol";
  const digits = isWhole ? { maximumFractionDigits: 0 } : {};
  const made = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay, ...digits });
  formats.set(key, made);
  return made;
}

/** Digits after the decimal point in a currency: 2 for USD, 0 for JPY. */
export function minorDigits(currency: string): number {
  return toMoneyFormat("en-US", currency).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Text of an amount for people, such as `$19.99`; zero is `Free` where it is a price. */
export function formatMoney({ amountCents, currency }: Money, locale = "en-US"): string {
  return toMoneyFormat(locale, currency).format(amountCents / 10 ** minorDigits(currency));
}

/** Whole units of a currency from this amount on: a forecast is not known to the cent. */
const ROUGH_FROM = 10;

/** Text of an amount that is an estimate, such as `$1,230`. */
export function formatRoughMoney({ amountCents, currency }: Money, locale: string): string {
  const amount = amountCents / 10 ** minorDigits(currency);
  return toMoneyFormat(locale, currency, Math.abs(amount) >= ROUGH_FROM).format(amount);
}
