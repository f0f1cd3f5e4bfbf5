import { CURRENCIES, type ShopCurrency } from "@/lib/shared/currency";

/** Each currency of the shop with its name in a language, such as `EUR · Euro`. */
export function toCurrencyNames(locale: string): Record<ShopCurrency, string> {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  const entries = CURRENCIES.map((code) => [code, `${code} · ${names.of(code)}`] as const);
  return Object.fromEntries(entries) as Record<ShopCurrency, string>;
}
