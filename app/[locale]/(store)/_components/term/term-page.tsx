import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { toCatalogueFacts } from "@/app/_seo/catalogue-facts";
import { toBreadcrumbs } from "@/app/_seo/common-facts";
import { JsonLd } from "@/app/_seo/json-ld";
import { toPageMetadata } from "@/app/_seo/page-metadata";
import { findTermPicture } from "@/lib/server/terms/queries";
import { type PageFacet, TERM_INDEX_PATHS } from "@/lib/shared/site-paths";
import { countChosen, type FacetGroup } from "../catalogue/facet-groups";
import { findPlace, getPlace } from "../catalogue/load-place";
import type { Given } from "../catalogue/place";
import { listPlaceGroups, PlaceScreen } from "../catalogue/place-screen";
import { TermBanner } from "./term-banner";
import { findTermPlace } from "./term-place";

export type TermPageProps = { params: Promise<{ slug: string }>; searchParams: Promise<Given> };

/** Ways further into a term that its banner offers. */
const MAX_WITHIN = 8;

function listWithin(groups: readonly FacetGroup[], facet: PageFacet): FacetGroup["rows"] {
  const wanted = facet === "publisher" || facet === "tag" ? "genre" : "tag";
  return groups.find(({ name }) => name === wanted)?.rows.slice(0, MAX_WITHIN) ?? [];
}

/** Metadata of a term's page. */
export async function getTermMetadata(facet: PageFacet, { params, searchParams }: TermPageProps): Promise<Metadata> {
  const term = await findTermPlace(facet, (await params).slug);
  const found = term && (await findPlace(term.place, await searchParams));
  if (!found) return { title: (await getTranslations("catalogue.unknown"))("title") };
  const { title, text: description } = term;
  return toPageMetadata({ ...toCatalogueFacts(found.query), locale: await getLocale(), title, description });
}

/** The page of a genre, category, tag or publisher: what it is about, and its games. */
export async function TermPage({ facet, params, searchParams }: TermPageProps & { facet: PageFacet }) {
  const { slug } = await params;
  const term = await findTermPlace(facet, slug);
  if (!term) notFound();
  const found = await getPlace(term.place, await searchParams);
  const [t, locale, picture] = [await getTranslations("terms"), await getLocale(), await findTermPicture(facet, slug)];
  const isPlain = countChosen(term.place, found.query) === 0 && !found.query.q;
  const within = isPlain ? listWithin(await listPlaceGroups(term.place, found), facet) : [];
  const crumbs = [
    { name: t(`index.${facet}.title`), path: TERM_INDEX_PATHS[facet] },
    { name: term.name, path: term.place.path },
  ];
  return (
    <>
      <JsonLd data={{ "@context": "https://schema.org", "@graph": [toBreadcrumbs(crumbs, locale)] }} />
      <TermBanner term={term} picture={picture} within={within} />
      <PlaceScreen place={term.place} found={found} />
    </>
  );
}
