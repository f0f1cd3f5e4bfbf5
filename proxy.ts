import { NextRequest, NextResponse } from "next/server";
import createLocaleProxy from "next-intl/middleware";
import { routing } from "@/app/_i18n/routing";
import { keepCurrency } from "@/lib/server/currency/cookie";
import { guessCurrencyOf } from "@/lib/server/currency/guess";
import {
  DATA_CONTENT_POLICY,
  NONCE_HEADER,
  PATH_HEADER,
  pageContentPolicy,
  securityHeaders,
} from "@/lib/server/http/security-headers";
import { CURRENCY_COOKIE, toShopCurrency } from "@/lib/shared/currency";

const CONTENT_POLICY = "content-security-policy";

/** Keeps the currency that a visitor's first page is shown in: later requests may not name the same languages. */
function keepFirstCurrency(request: NextRequest, response: NextResponse, isHttps: boolean): void {
  if (toShopCurrency(request.cookies.get(CURRENCY_COOKIE)?.value)) return;
  response.headers.append("set-cookie", keepCurrency(guessCurrencyOf(request.headers), isHttps));
}

/** Whether an address can be a text: pages unescape it once, and who finds their language twice. */
function isText(pathname: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(decodeURIComponent(pathname)));
  } catch {
    // Percent signs that stand for nothing.
    return false;
  }
}

/** Where an address leads that is no text, and would be a plain 500: to one of its kind that is not there. */
function toNowhere(pathname: string): string {
  const [, folder] = /^\/(api|media|es)\//.exec(pathname) ?? [];
  return folder ? `/${folder}/nowhere` : "/nowhere";
}

/** Finds the language of a page's address, and sends a reader to the pages of theirs. */
const localeProxy = createLocaleProxy(routing);

/** Runs before every page and route: sets the security headers, and gives pages their language, a nonce and their own path. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (!isText(pathname)) return NextResponse.redirect(new URL(toNowhere(pathname), request.url));
  const site = {
    isHttps: process.env.NEXTAUTH_URL?.startsWith("https://") ?? Boolean(process.env.VERCEL),
    isDevelopment: process.env.NODE_ENV === "development",
  };
  const query = new URLSearchParams(request.nextUrl.search);
  // Next's own mark on what it fetches for its router.
  query.delete("_rsc");
  const isData = /^\/(api|media)\//.test(pathname);
  // Files such as robots.txt have no language.
  const isPage = !isData && !/\.\w+$/.test(pathname);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = isData ? DATA_CONTENT_POLICY : pageContentPolicy(nonce, site);

  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, query.size > 0 ? `${pathname}?${query}` : pathname);
  headers.set(NONCE_HEADER, nonce);
  headers.set(CONTENT_POLICY, policy);
  const response = isPage
    ? localeProxy(new NextRequest(request, { headers }))
    : NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(securityHeaders(site))) response.headers.set(name, value);
  response.headers.set(CONTENT_POLICY, policy);
  if (isPage) keepFirstCurrency(request, response, site.isHttps);
  return response;
}

export const config = { matcher: "/((?!_next/static|_next/image).*)" };
