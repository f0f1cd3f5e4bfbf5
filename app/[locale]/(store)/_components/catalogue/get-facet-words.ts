import { getLocale, getTranslations } from "next-intl/server";
import { getFormats } from "@/app/_i18n/get-formats";
import { createTermNamer, type NamedFacet } from "@/lib/server/i18n/term-names";
import { type ChoiceFacet, FIXED_FACETS, RATING_FLOORS } from "@/lib/shared/catalogue-query";
import { createLanguageNamer } from "../language-namer";
import type { FacetWords } from "./facet-groups";

const GROUPS_OF_FIXED = { players: "players", kind: "kinds", offer: "offers", release: "releases" } as const;

const NAMED: readonly string[] = ["genre", "category", "tag", "platform", "accessibility"] satisfies NamedFacet[];

function isNamed(facet: string): facet is NamedFacet {
  return NAMED.includes(facet);
}

type Texts = Awaited<ReturnType<typeof getTranslations<"taxonomy">>>;

/** Names a value that the shop itself has given: of a facet with values of its own, or of a rating. */
function nameFixed(t: Texts, facet: ChoiceFacet | "rating", value: string): string {
  if (facet === "rating") return t(`ratings.${RATING_FLOORS.find((floor) => String(floor) === value) ?? 4}`);
  if (!(facet in FIXED_FACETS)) return value;
  const key = `${GROUPS_OF_FIXED[facet as keyof typeof GROUPS_OF_FIXED]}.${value}`;
  return t(key as Parameters<Texts>[0]);
}

/** Words of the page's language for what the facets hold; amounts in the currency. */
export async function getFacetWords(currency: string): Promise<FacetWords> {
  const locale = await getLocale();
  const [t, taxonomy, nameOf] = await Promise.all([
    getTranslations("catalogue"),
    getTranslations("taxonomy"),
    createTermNamer(locale),
  ]);
  const { money } = await getFormats();
  const languageName = createLanguageNamer(locale);
  const amount = (amountCents: number) => money({ amountCents, currency });
  return {
    value: (facet, value, ownName) => {
      if (ownName === null) return nameFixed(taxonomy, facet, value);
      if (facet === "language") return languageName(value, ownName);
      return isNamed(facet) ? nameOf(facet, { slug: value, name: ownName }) : ownName;
    },
    range: (minCents, maxCents) => {
      if (maxCents === null) return t("priceFrom", { from: amount(minCents) });
      if (minCents === 0) return t("priceUpTo", { to: amount(maxCents) });
      return t("priceFromTo", { from: amount(minCents), to: amount(maxCents) });
    },
  };
}
