import { RATING_FLOORS } from "@/lib/shared/catalogue-query";
import { addBit, type Bitmap, createBitmap, hasBit, removeBit } from "./bitmap";
import { listPlayerModes } from "./player-modes";
import type { TermBook } from "./terms";

/** What is kept of a published game; days are counted from 1970, a game without a date has none. */
export type GameFacts = {
  ordinal: number;
  id: string;
  kind: "base" | "edition" | "dlc";
  titleKey: string;
  popularity: number;
  reviewCount: number;
  positiveCount: number;
  ratingAverage: number | null;
  releaseDay: number | null;
  publisherId: string;
  /** List price in minor units by currency. */
  prices: Record<string, number>;
  currency: string;
  /** Promotions that are published and not over. */
  offers: { discountPercent: number; startsAtMs: number; endsAtMs: number }[];
  genres: number[];
  categories: number[];
  tags: number[];
  platforms: number[];
  languages: string[];
  accessibility: number[];
};

/** What is kept of a game beside the columns and sets. */
export type KeptFacts = Pick<GameFacts, "id" | "titleKey" | "prices" | "currency" | "offers">;

/** Day of a game without a release date: after every other. */
export const UNDATED = 2 ** 31 - 1;

// Five imagined reviews, most of them good, keep a game with one review from the top.
function toRatingKey({ positiveCount, reviewCount }: GameFacts): number {
  return Math.round(((positiveCount + 3.5) * 1_000_000) / (reviewCount + 5));
}

/** Stars from 1 to 5: their mean, or where only thumbs are known, the share of good ones on that scale. */
function findStars({ ratingAverage, positiveCount, reviewCount }: GameFacts): number | null {
  if (ratingAverage !== null) return ratingAverage;
  return reviewCount > 0 ? 1 + (4 * positiveCount) / reviewCount : null;
}

/**
 * The published games in columns, by their ordinals, and the set of games of each term. A row is put or removed as a
 * whole; `versions` tells whether a game changed since somebody looked.
 */
export class GameTable {
  readonly live: Bitmap;
  readonly popularity: Int32Array;
  readonly reviewCounts: Int32Array;
  readonly ratingKeys: Int32Array;
  readonly releaseDays: Int32Array;
  readonly publishers: Int32Array;
  readonly versions: Float64Array;
  readonly facts: (KeptFacts | undefined)[] = [];
  readonly ordinalOf = new Map<string, number>();
  readonly #sets: Bitmap[];
  readonly #termsOf: (Uint16Array | undefined)[] = [];

  constructor(
    readonly capacity: number,
    readonly book: TermBook,
  ) {
    this.live = createBitmap(capacity);
    this.popularity = new Int32Array(capacity);
    this.reviewCounts = new Int32Array(capacity);
    this.ratingKeys = new Int32Array(capacity);
    this.releaseDays = new Int32Array(capacity);
    this.publishers = new Int32Array(capacity).fill(-1);
    this.versions = new Float64Array(capacity);
    this.#sets = book.terms.map(({ facet }) => createBitmap(facet === "publisher" ? 0 : capacity));
  }

  /** The games of a term that is not a publisher. */
  setOf(term: number): Bitmap {
    return this.#sets[term] ?? createBitmap(this.capacity);
  }

  termsOf(ordinal: number): Uint16Array | undefined {
    return this.#termsOf[ordinal];
  }

  /** Whether every word of the game and its publisher are in the book, and the game has a place. */
  canHold(facts: GameFacts): boolean {
    const terms = [...this.#listTerms(facts), this.book.findById("publisher", facts.publisherId)];
    return facts.ordinal < this.capacity && terms.every((term) => term !== undefined);
  }

  put(facts: GameFacts): void {
    this.remove(facts.ordinal);
    const { ordinal } = facts;
    const { id, titleKey, prices, currency, offers } = facts;
    this.facts[ordinal] = { id, titleKey, prices, currency, offers };
    this.ordinalOf.set(facts.id, ordinal);
    this.popularity[ordinal] = facts.popularity;
    this.reviewCounts[ordinal] = facts.reviewCount;
    this.ratingKeys[ordinal] = toRatingKey(facts);
    this.releaseDays[ordinal] = facts.releaseDay ?? UNDATED;
    this.publishers[ordinal] = this.book.findById("publisher", facts.publisherId) ?? -1;
    addBit(this.live, ordinal);
    const terms = new Set(this.#listTerms(facts).filter((term) => term !== undefined));
    for (const term of terms) addBit(this.setOf(term), ordinal);
    this.#termsOf[ordinal] = Uint16Array.from(terms);
  }

  remove(ordinal: number): void {
    if (!hasBit(this.live, ordinal)) return;
    for (const term of this.#termsOf[ordinal] ?? []) removeBit(this.setOf(term), ordinal);
    removeBit(this.live, ordinal);
    this.ordinalOf.delete(this.facts[ordinal]?.id ?? "");
    this.facts[ordinal] = undefined;
    this.#termsOf[ordinal] = undefined;
  }

  #listTerms(facts: GameFacts): (number | undefined)[] {
    const { book } = this;
    const stars = findStars(facts);
    const categories = facts.categories.map((id) => book.findById("category", id));
    const modes = categories.flatMap((term) => listPlayerModes(book.terms[term ?? -1]?.value ?? ""));
    return [
      ...categories,
      ...modes.map((mode) => book.findByValue("players", mode)),
      ...facts.genres.map((id) => book.findById("genre", id)),
      ...facts.tags.map((id) => book.findById("tag", id)),
      ...facts.platforms.map((id) => book.findById("platform", id)),
      ...facts.languages.map((id) => book.findById("language", id)),
      ...facts.accessibility.map((id) => book.findById("accessibility", id)),
      book.findByValue("kind", facts.kind),
      ...RATING_FLOORS.filter((floor) => stars !== null && stars >= floor).map((floor) =>
        book.findByValue("rating", String(floor)),
      ),
    ];
  }
}
