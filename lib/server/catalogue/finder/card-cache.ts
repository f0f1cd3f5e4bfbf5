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
  // Versions are those from before the rows are read: a change in between makes them old, never new. Kept rows are taken
  // now, since others may push them out meanwhile.
  const wanted = ids.flatMap((id) => {
    const ordinal = table.ordinalOf.get(id);
    if (ordinal === undefined) return [];
    const version = table.versions[ordinal] ?? 0;
    const known = cards.get(id);
    return [{ id, version, row: known?.version === version ? known.row : undefined }];
  });
  const missing = wanted.filter(({ row }) => !row).map(({ id }) => id);
  const loaded = await loadCardRows(catalogue.db, missing, view.now);
  return wanted.flatMap(({ id, version, row: known }) => {
    const fresh = loaded.get(id);
    if (fresh) cards.set(id, { version, row: fresh });
    const row = known ?? fresh;
    return row ? [toGameCard(row, view)] : [];
  });
}
