import { LRUCache } from "lru-cache";
import type { GameCard } from "@/lib/shared/catalogue";
import { loadCardRows } from "../card-rows";
import { type CardRow, toGameCard } from "../cards";
import type { PriceView } from "../prices";
import type { GameTable } from "./game-table";
import type { LiveCatalogue } from "./live-catalogue";

const MAX_CARDS = 10_000;

/** Games that were found, and the table they were found in. */
export type Found = { table: GameTable; ids: readonly string[] };

type Kept = { version: number; row: CardRow };

const kept = new WeakMap<LiveCatalogue, LRUCache<string, Kept>>();

function openCards(catalogue: LiveCatalogue): LRUCache<string, Kept> {
  const known = kept.get(catalogue);
  if (known) return known;
  const cards = new LRUCache<string, Kept>({ max: MAX_CARDS });
  kept.set(catalogue, cards);
  return cards;
}

/**
 * Cards of games of a table in the ids' order. A row is read once for each version of its game; what it costs is worked
 * out each time, since promotions start and end by themselves.
 */
export async function listKeptCards(
  catalogue: LiveCatalogue,
  { table, ids }: Found,
  view: PriceView,
): Promise<GameCard[]> {
  const cards = openCards(catalogue);
  // Versions are those from before the rows are read: a change in between makes them old, never new.
  const wanted = ids.map((id) => ({ id, version: table.versions[table.ordinalOf.get(id) ?? -1] ?? -1 }));
  const missing = wanted.filter(({ id, version }) => cards.peek(id)?.version !== version).map(({ id }) => id);
  const loaded = await loadCardRows(catalogue.db, missing, view.now);
  const gone = new Set(missing.filter((id) => !loaded.has(id)));
  return wanted.flatMap(({ id, version }) => {
    const fresh = loaded.get(id);
    if (fresh) cards.set(id, { version, row: fresh });
    const row = fresh ?? (gone.has(id) ? undefined : cards.get(id)?.row);
    return row ? [toGameCard(row, view)] : [];
  });
}
