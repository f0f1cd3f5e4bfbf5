import { getTranslations } from "next-intl/server";
import { getFormats } from "@/app/_i18n/get-formats";
import type { GameFacets } from "@/lib/shared/catalogue-facets";
import type { ChoiceFacet, GameQuery } from "@/lib/shared/catalogue-query";
import { getFacetWords } from "../../_components/catalogue/get-facet-words";
import type { Found } from "../../_components/catalogue/load-place";

const NAMING: readonly ChoiceFacet[] = ["genre", "tag", "category", "publisher"];

/** Names of what games are chosen by, where it is little enough for a title. */
async function nameChoices(query: GameQuery, facets: GameFacets): Promise<string | null> {
  const words = await getFacetWords(facets.currency);
  const names = NAMING.flatMap((facet) => {
    const chosen: readonly string[] = query[facet];
    return facets.choices[facet]
      .filter(({ value }) => chosen.includes(value))
      .map(({ value, name }) => words.value(facet, value, name));
  });
  return names.length > 0 && names.length < 4 ? (await getFormats()).list(names) : null;
}

/** What the catalogue is called for its query. */
export async function getCatalogueTitle({ query, facets }: Found): Promise<string> {
  const t = await getTranslations("catalogue");
  if (query.q) return t("titleFor", { q: query.q });
  const names = await nameChoices(query, facets);
  if (names) return t("titleOf", { names });
  if (query.offer.includes("sale")) return t("titleDeals");
  if (query.release.includes("upcoming")) return t("titleUpcoming");
  if (query.sort === "newest") return t("titleNewest");
  if (query.sort === "rating") return t("titleRated");
  return t("title");
}
