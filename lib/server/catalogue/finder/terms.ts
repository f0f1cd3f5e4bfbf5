import { FIXED_FACETS, RATING_FLOORS, type TermFacet } from "@/lib/shared/catalogue-query";

/** Facets whose values are kept as a set of games each. */
type KeptFacet = Exclude<TermFacet, "publisher"> | "players" | "kind" | "rating";

/** A value of a facet; `name` is null where the screens have words for it, `id` is that of its row. */
export type Term = {
  facet: KeptFacet | "publisher";
  id: string;
  value: string;
  name: string | null;
  /** The name as searches see it. */
  folded: string;
};

/** The values of facets that stand in no table. */
export const FIXED_TERMS: readonly Term[] = [
  ...FIXED_FACETS.players.map((value) => ({ facet: "players" as const, value })),
  ...FIXED_FACETS.kind.map((value) => ({ facet: "kind" as const, value })),
  ...RATING_FLOORS.map((floor) => ({ facet: "rating" as const, value: String(floor) })),
].map(({ facet, value }) => ({ facet, id: value, value, name: null, folded: "" }));

/** Finds terms by their number, by the id of their row and by their value in an address. */
export class TermBook {
  readonly #byId = new Map<string, number>();
  readonly #byValue = new Map<string, number>();
  readonly #ofFacet = new Map<string, number[]>();

  constructor(readonly terms: readonly Term[]) {
    for (const [number, { facet, id, value }] of terms.entries()) {
      this.#byId.set(`${facet}:${id}`, number);
      this.#byValue.set(`${facet}:${value}`, number);
      const others = this.#ofFacet.get(facet);
      if (others) others.push(number);
      else this.#ofFacet.set(facet, [number]);
    }
  }

  findById(facet: Term["facet"], id: string | number): number | undefined {
    return this.#byId.get(`${facet}:${id}`);
  }

  findByValue(facet: Term["facet"], value: string): number | undefined {
    return this.#byValue.get(`${facet}:${value}`);
  }

  /** The numbers of a facet's terms. */
  listOf(facet: Term["facet"]): readonly number[] {
    return this.#ofFacet.get(facet) ?? [];
  }
}
