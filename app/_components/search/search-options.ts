import type { Suggestions } from "@/lib/shared/catalogue-facets";
import { toGamePath, toTermPath } from "@/lib/shared/site-paths";

type SuggestedGame = Suggestions["games"][number];
type SuggestedTerm = Suggestions["terms"][number];

/** One row that the arrow keys reach; Enter follows its address. */
export type SearchOption = { id: string; href: string } & (
  | { kind: "recent" | "all"; text: string }
  | { kind: "place"; place: "new" | "deals" | "genres" }
  | { kind: "game"; game: SuggestedGame }
  | { kind: "term"; term: SuggestedTerm }
);

export type OptionGroup = { name: "recent" | "explore" | "games" | "more" | "all"; options: SearchOption[] };

const PLACES = [
  { place: "new", href: "/games?sort=newest" },
  { place: "deals", href: "/games?offer=sale&sort=discount" },
  { place: "genres", href: "/genres" },
] as const;

function toResultsHref(text: string): string {
  return `/games?${new URLSearchParams({ q: text })}`;
}

type SearchView = { text: string; recent: readonly string[]; suggestions: Suggestions | null };

/** What a search box offers: places and what was searched for lately while it is empty, else suggestions and all results. */
export function listOptions({ text, recent, suggestions }: SearchView, listId: string): OptionGroup[] {
  const idOf = (name: string) => `${listId}-${name}`;
  const groups: OptionGroup[] = text
    ? [
        {
          name: "games",
          options: (suggestions?.games ?? []).map((game) => {
            return { id: idOf(`game-${game.slug}`), href: toGamePath(game.slug), kind: "game", game };
          }),
        },
        {
          name: "more",
          options: (suggestions?.terms ?? []).map((term) => {
            const href = toTermPath(term.facet, term.value);
            return { id: idOf(`${term.facet}-${term.value}`), href, kind: "term", term };
          }),
        },
        { name: "all", options: [{ id: idOf("all"), href: toResultsHref(text), kind: "all", text }] },
      ]
    : [
        {
          name: "recent",
          options: recent.map((one, index) => {
            return { id: idOf(`recent-${index}`), href: toResultsHref(one), kind: "recent", text: one };
          }),
        },
        {
          name: "explore",
          options: PLACES.map(({ place, href }) => ({ id: idOf(place), href, kind: "place", place })),
        },
      ];
  return groups.filter(({ options }) => options.length > 0);
}
