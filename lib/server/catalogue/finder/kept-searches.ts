import { LRUCache } from "lru-cache";
import type { TextMatch } from "./text-search";

/** Ordinals that searches keep in memory between them, or words of sets beside them. */
const MAX_KEPT_ORDINALS = 4_000_000;

function sizeOf({ games, order }: TextMatch): number {
  return games.length + 3 * order.ordinals.length;
}

/** What texts found in one table, for as long as there is room for it; the same question is asked once. */
export class KeptSearches {
  readonly #kept: LRUCache<string, { match: Promise<TextMatch> }>;

  constructor(maxOrdinals = MAX_KEPT_ORDINALS) {
    this.#kept = new LRUCache({ max: 500, maxSize: maxOrdinals, sizeCalculation: () => 1 });
  }

  find(q: string, search: () => Promise<TextMatch>): Promise<TextMatch> {
    const known = this.#kept.get(q);
    if (known) return known.match;
    const asked = { match: search() };
    this.#kept.set(q, asked);
    const isKept = () => this.#kept.peek(q) === asked;
    asked.match.then(
      (found) => {
        // Its size is known only now, and only another entry is measured anew; it may have been dropped meanwhile.
        if (isKept()) this.#kept.set(q, { ...asked }, { size: sizeOf(found) });
      },
      () => {
        if (isKept()) this.#kept.delete(q);
      },
    );
    return asked.match;
  }

  clear(): void {
    this.#kept.clear();
  }
}
