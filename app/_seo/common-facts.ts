import type { BreadcrumbList } from "schema-dts";
import { toSiteUrl } from "@/lib/server/site-url";
import { type Locale, localizePath } from "@/lib/shared/locale";
import { minorDigits } from "@/lib/shared/money";

/** A page on the way to another one; its path has no language. */
export type Crumb = { name: string; path: string };

/** An amount as schema.org has it: a plain number, in the currency's own unit. */
export function toAmount(amountCents: number, currency: string): string {
  const digits = minorDigits(currency);
  return (amountCents / 10 ** digits).toFixed(digits);
}

/** The way to a page, which is its last step. */
export function toBreadcrumbs(crumbs: readonly Crumb[], locale: Locale): BreadcrumbList {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ name, path }, place) => ({
      "@type": "ListItem",
      position: place + 1,
      name,
      item: toSiteUrl(localizePath(path, locale)),
    })),
  };
}
