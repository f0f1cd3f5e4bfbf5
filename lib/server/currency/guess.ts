import { guessCurrency, type ShopCurrency } from "@/lib/shared/currency";

/** Header in which Vercel names the visitor's country; who sends it elsewhere only chooses a currency. */
const COUNTRY_HEADER = "x-vercel-ip-country";

/** What a browser's languages and its country speak for. */
export function guessCurrencyOf(sent: Headers): ShopCurrency {
  return guessCurrency(sent.get("accept-language"), sent.get(COUNTRY_HEADER));
}
