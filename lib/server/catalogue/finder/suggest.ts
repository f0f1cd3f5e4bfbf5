import type { Suggestions } from "@/lib/shared/catalogue-facets";
import type { PriceView } from "../prices";
import { hasBit } from "./bitmap";
import type { Found } from "./card-cache";
import type { GameTable } from "./game-table";
import type { LiveCatalogue } from "./live-catalogue";
import type { Term } from "./terms";

/** Rows that are offered at most. */
const MAX_ROWS = 8;
const MAX_GAMES = 5;

const OFFERED = ["publisher", "genre", "category", "tag"] as const;

function isOffered(facet: Term["facet"]): facet is (typeof OFFERED)[number] {
  return OFFERED.some((offered) => offered === facet);
}

/** How well a name fits what was typed, best first: it is it, begins with it, has a word that does; null where not at all. */
function rankName(name: string, typed: string): number | null {
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  return name.includes(` ${typed}`) ? 2 : null;
}

function listTerms({ book }: GameTable, typed: string): Suggestions["terms"] {
  if (!typed) return [];
  const found = book.terms.flatMap(({ facet, folded, value, name }) => {
    const rank = isOffered(facet) && name ? rankName(folded, typed) : null;
    return rank === null || !isOffered(facet) || !name ? [] : [{ facet, value, name, rank }];
  });
  found.sort(
    (one, other) =>
      one.rank - other.rank ||
      OFFERED.indexOf(one.facet) - OFFERED.indexOf(other.facet) ||
      one.name.length - other.name.length ||
      (one.value < other.value ? -1 : 1),
  );
  return found.slice(0, MAX_ROWS - 1).map(({ facet, value, name }) => ({ facet, value, name }));
}

/** Ids of the games and the words that a text which is still being typed may mean. */
export async function findSuggestions(
  catalogue: LiveCatalogue,
  q: string,
  { now }: PriceView,
): Promise<Found & { terms: Suggestions["terms"] }> {
  const views = await catalogue.fresh(now);
  const { folded, order } = await catalogue.search(views, q);
  const { table } = views;
  const ids: string[] = [];
  for (const ordinal of order.ordinals) {
    if (ids.length === MAX_GAMES) break;
    const id = hasBit(table.live, ordinal) ? table.facts[ordinal]?.id : undefined;
    if (id) ids.push(id);
  }
  return { table, ids, terms: listTerms(table, folded).slice(0, MAX_ROWS - ids.length) };
}
