import { toSiteUrl } from "@/lib/server/site-url";
import type { Day } from "@/lib/shared/day";
import { LOCALES } from "@/lib/shared/locale";
import { toAlternates } from "./page-metadata";

const NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A page's entries, one a language, each naming all of them. */
function toUrlEntries({ path, changedOn }: { path: string; changedOn: Day | null }): string {
  const alternates = toAlternates(path);
  const links = Object.entries(alternates)
    .map(([lang, href]) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${escapeXml(href)}"/>`)
    .join("");
  const changed = changedOn ? `<lastmod>${changedOn}</lastmod>` : "";
  return LOCALES.map((locale) => `<url><loc>${escapeXml(alternates[locale])}</loc>${changed}${links}</url>\n`).join("");
}

/** A sitemap of the pages, piece by piece. */
export async function* toSitemapXml(
  batches: AsyncIterable<readonly { path: string; changedOn: Day | null }[]>,
): AsyncGenerator<string> {
  yield `${DECLARATION}<urlset ${NAMESPACES}>\n`;
  for await (const pages of batches) yield pages.map(toUrlEntries).join("");
  yield "</urlset>\n";
}

/** The list of the sitemaps at the paths. */
export function toSitemapIndexXml(paths: readonly string[]): string {
  const entries = paths.map((path) => `<sitemap><loc>${escapeXml(toSiteUrl(path))}</loc></sitemap>\n`).join("");
  return `${DECLARATION}<sitemapindex ${NAMESPACES}>\n${entries}</sitemapindex>\n`;
}

/** Headers of a sitemap: search engines may ask again after an hour. */
export const SITEMAP_HEADERS = {
  "content-type": "application/xml; charset=utf-8",
  "cache-control": "public, max-age=3600",
};
