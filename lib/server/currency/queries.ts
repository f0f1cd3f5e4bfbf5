import { cookies, headers } from "next/headers";
import { cache } from "react";
import { CURRENCY_COOKIE, type ShopCurrency, toShopCurrency } from "@/lib/shared/currency";
import type { Actor } from "../auth/actor";
import { findActor } from "../auth/queries";
import { readCookie } from "../auth/session-token";
import { guessCurrencyOf } from "./guess";

type Shopper = Pick<Actor, "currency"> | null;

/** What the shopper chose, else what this browser was given, else what it speaks for. */
function chooseCurrency(shopper: Shopper, cookie: string | undefined, sent: Headers): ShopCurrency {
  return toShopCurrency(shopper?.currency) ?? toShopCurrency(cookie) ?? guessCurrencyOf(sent);
}

/** The currency that a request to a route handler is answered in. */
export function findRequestCurrency(request: Request, shopper: Shopper): ShopCurrency {
  const cookie = readCookie(request.headers.get("cookie"), CURRENCY_COOKIE);
  return chooseCurrency(shopper, cookie, request.headers);
}

/** The currency of who looks at a page: for server components, found once a render. */
export const findPageCurrency = cache(async (): Promise<ShopCurrency> => {
  const [shopper, jar, sent] = [await findActor(), await cookies(), await headers()];
  return chooseCurrency(shopper, jar.get(CURRENCY_COOKIE)?.value, sent);
});
