import { minorDigits } from "@/lib/shared/money";

/** Whole units of a currency as people type them (`9,99` or `9.99`) in minor units; undefined for what is no amount. */
export function toCents(text: string, currency: string): number | undefined {
  const typed = text.trim().replace(",", ".");
  if (!/^\d{1,7}(\.\d{0,2})?$/.test(typed)) return undefined;
  return Math.round(Number(typed) * 10 ** minorDigits(currency));
}
