import { listAcceptedLanguages } from "./accepted-languages";

/** Currencies that one can shop in; each has prices of its own, none is converted. */
export const CURRENCIES = ["USD", "EUR", "GBP", "JPY", "BRL"] as const;

export type ShopCurrency = (typeof CURRENCIES)[number];

/** The currency that a text names; null where it names none of the shop's. */
export function toShopCurrency(text: string | null | undefined): ShopCurrency | null {
  return CURRENCIES.find((currency) => currency === text) ?? null;
}

/** Name of the cookie that keeps a browser's currency. */
export const CURRENCY_COOKIE = "kratos_currency";

/** Where nothing tells what somebody shops in. */
export const DEFAULT_CURRENCY: ShopCurrency = "USD";

const EURO_COUNTRIES = "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK AD MC SM VA ME XK".split(" ");

const CURRENCY_OF_COUNTRY = new Map<string, ShopCurrency>([
  ...EURO_COUNTRIES.map((country) => [country, "EUR"] as const),
  ["US", "USD"],
  ["GB", "GBP"],
  ["JP", "JPY"],
  ["BR", "BRL"],
]);

/** The country of a language tag, or where most people read the language; undefined for what is no tag. */
function toCountry(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().region;
  } catch {
    // Anything may stand in the header.
    return undefined;
  }
}

/**
 * What a visitor most likely pays in: the currency of the country that the host names, else of the first language in
 * Accept-Language whose country has one. `en-GB` → GBP, `es` → EUR (Spain), `es-MX` → USD for want of its own.
 */
export function guessCurrency(acceptLanguage: string | null, country: string | null = null): ShopCurrency {
  const countries = [country ?? undefined, ...listAcceptedLanguages(acceptLanguage).map(toCountry)];
  for (const one of countries) {
    const currency = one && CURRENCY_OF_COUNTRY.get(one.toUpperCase());
    if (currency) return currency;
  }
  return DEFAULT_CURRENCY;
}
