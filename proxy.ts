import { type NextRequest, NextResponse } from "next/server";
import {
  DATA_CONTENT_POLICY,
  NONCE_HEADER,
  PATH_HEADER,
  pageContentPolicy,
  securityHeaders,
} from "@/lib/server/http/security-headers";

const CONTENT_POLICY = "content-security-policy";

/** Runs before every page and route: sets the security headers, and gives pages a nonce and their own path. */
export function proxy(request: NextRequest): NextResponse {
  const site = {
    isHttps: process.env.NEXTAUTH_URL?.startsWith("https://") ?? Boolean(process.env.VERCEL),
    isDevelopment: process.env.NODE_ENV === "development",
  };
  const { pathname, search } = request.nextUrl;
  const isData = /^\/(api|media)\//.test(pathname);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = isData ? DATA_CONTENT_POLICY : pageContentPolicy(nonce, site);

  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, `${pathname}${search}`);
  headers.set(NONCE_HEADER, nonce);
  headers.set(CONTENT_POLICY, policy);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(securityHeaders(site))) response.headers.set(name, value);
  response.headers.set(CONTENT_POLICY, policy);
  return response;
}

export const config = { matcher: "/((?!_next/static|_next/image).*)" };
