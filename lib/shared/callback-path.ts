import { splitLocale } from "./locale";

/** The address to go to after signing in: a path of this site, without its language, else `/`; never another site's. */
export function toCallbackPath(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("/")) return "/";
  const base = "https://this-site.invalid";
  if (!URL.canParse(value, base)) return "/";
  const url = new URL(value, base);
  const { path } = splitLocale(`${url.pathname}${url.search}${url.hash}`);
  const isOwnPage = url.origin === base && !/^\/(sign-in|register|api)([/?#]|$)/.test(path);
  // A path such as `/.//evil.example` is ours to the parser and another host's once it is printed again.
  return isOwnPage && !path.startsWith("//") ? path : "/";
}

/** A page of signing in that remembers where to go afterwards. */
export function withCallback(href: string, callbackPath: string): string {
  return callbackPath === "/" ? href : `${href}?callbackUrl=${encodeURIComponent(callbackPath)}`;
}
