import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { createTermNamer, findTermText } from "@/lib/server/i18n/term-names";
import { findTerm } from "@/lib/server/terms/queries";
import { type PageFacet, toTermPath } from "@/lib/shared/site-paths";
import type { Place } from "../catalogue/place";

/** A term's page: what it lists, and what is said of it in the page's language. */
export type TermPlace = {
  facet: PageFacet;
  place: Place;
  name: string;
  title: string;
  text: string;
  website: string | null;
};

/** An address that leaves the shop; anything but a page of the web is none. */
export function toWebsite(address: string | null): string | null {
  const isPage = address !== null && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  return isPage ? address : null;
}

/** The page of a term in the page's language; null where the store does not have it. Asked once a request. */
export const findTermPlace = cache(async (facet: PageFacet, slug: string): Promise<TermPlace | null> => {
  const term = await findTerm(facet, slug);
  if (!term) return null;
  const [locale, t] = [await getLocale(), await getTranslations("terms")];
  const name = facet === "publisher" ? term.name : (await createTermNamer(locale))(facet, term);
  const own = facet === "genre" || facet === "category" ? await findTermText(locale, facet, slug) : undefined;
  return {
    facet,
    place: { path: toTermPath(facet, slug), fixed: { [facet]: [slug] } },
    name,
    title: t(`title.${facet}`, { name }),
    text: own || term.description || t(`text.${facet}`, { name }),
    website: toWebsite(term.website),
  };
});
