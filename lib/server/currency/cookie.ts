import { CURRENCY_COOKIE, type ShopCurrency } from "@/lib/shared/currency";

const MAX_AGE_SECONDS = 60 * 60 * 24 * 365;

/** Value of the Set-Cookie header that keeps a currency in the browser. */
export function keepCurrency(currency: ShopCurrency, isHttps: boolean): string {
  const secure = isHttps ? "; Secure" : "";
  return `${CURRENCY_COOKIE}=${currency}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${MAX_AGE_SECONDS}${secure}`;
}
