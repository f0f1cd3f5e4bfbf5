import { LRUCache } from "lru-cache";
import type { GameFacets } from "@/lib/shared/catalogue-facets";
import type { GameSort } from "@/lib/shared/game-sorts";
import { addBit, type Bitmap, createBitmap, forEachBit, hasBit, removeBit } from "./bitmap";
import type { GameTable } from "./game-table";
import { KeptSearches } from "./kept-searches";
import { createOrder, type KeyOf, type Order, patchOrder } from "./order";
import { createPriceBoard, NO_PRICE, type PriceBoard } from "./price-board";

/** After every amount and day. */
const LAST = 1_000_000_000_000;
/** More units than any game sells, so that a discount always outweighs popularity. */
const POPULARITY_SPAN = 1_000_000_000;

/** Whether a game belongs to a set. */
export type Holds = (ordinal: number) => boolean;

/** Orders that need no search. */
type TableSort = Exclude<GameSort, "relevance">;

function keyOfSort(
  sort: Exclude<TableSort, "popular">,
  table: GameTable,
  { amounts, discounts }: PriceBoard,
  today: number,
): KeyOf {
  const { popularity, ratingKeys, releaseDays, facts } = table;
  const amountOf = (ordinal: number) => amounts[ordinal] ?? NO_PRICE;
  const popularityOf = (ordinal: number) => popularity[ordinal] ?? 0;
  switch (sort) {
    case "rating":
      return (ordinal) => -(ratingKeys[ordinal] ?? 0);
    case "newest":
      return (ordinal) => ((releaseDays[ordinal] ?? LAST) <= today ? -(releaseDays[ordinal] ?? 0) : LAST);
    case "discount":
      return (ordinal) => -((discounts[ordinal] ?? 0) * POPULARITY_SPAN + popularityOf(ordinal));
    case "price_asc":
      return (ordinal) => (amountOf(ordinal) === NO_PRICE ? LAST : amountOf(ordinal));
    case "price_desc":
      return (ordinal) => (amountOf(ordinal) === NO_PRICE ? LAST : -amountOf(ordinal));
    case "title":
      return (ordinal) => facts[ordinal]?.titleKey ?? "";
  }
}

function nameOrder(sort: Exclude<TableSort, "popular">, board: PriceBoard, today: number): string {
  if (sort === "newest") return `newest@${today}`;
  if (sort === "rating" || sort === "title") return sort;
  return `${sort}:${nameBoard(board)}`;
}

function nameBoard({ currency, fromMs }: PriceBoard): string {
  return `${currency}@${fromMs}`;
}

/** Orders and prices of a table, made when they are first asked for and kept true from then on. */
export class TableViews {
  readonly #boards = new LRUCache<string, PriceBoard>({
    max: 12,
    // What was made of its prices must not outlive it: nothing would follow their changes.
    dispose: (_board, name) => this.#forget(name),
  });
  readonly #orders = new LRUCache<string, Order>({ max: 24 });
  readonly #sets = new LRUCache<string, { games: Bitmap; holds: Holds }>({ max: 200 });
  readonly #facets = new LRUCache<string, GameFacets>({ max: 500 });

  /** What texts found in the table. */
  readonly searches = new KeptSearches();

  constructor(readonly table: GameTable) {}

  /** What games cost in the currency at the moment. */
  boardAt(currency: string, atMs: number): PriceBoard {
    for (const board of this.#boards.values()) {
      if (board.currency === currency && board.fromMs <= atMs && atMs < board.untilMs) {
        this.#boards.get(nameBoard(board));
        return board;
      }
    }
    const board = createPriceBoard(this.table, currency, atMs);
    this.#boards.set(nameBoard(board), board);
    return board;
  }

  /** Every game by its sales, whenever it is. */
  bySales(): Order {
    return this.#order("popular", (ordinal) => -(this.table.popularity[ordinal] ?? 0));
  }

  /** Every game in an order at the moment of the board, on a day. */
  orderOf(sort: TableSort, board: PriceBoard, today: number): Order {
    if (sort === "popular") return this.bySales();
    return this.#order(nameOrder(sort, board, today), keyOfSort(sort, this.table, board, today));
  }

  #order(name: string, keyOf: KeyOf): Order {
    const known = this.#orders.get(name);
    if (known) return known;
    const ordinals: number[] = [];
    forEachBit(this.table.live, (ordinal) => ordinals.push(ordinal));
    const order = createOrder(ordinals, keyOf);
    this.#orders.set(name, order);
    return order;
  }

  /**
   * The published games that a test holds for, by a name that says all that the test depends on but the games; a test of
   * prices depends on its board.
   */
  setOf(name: string, holds: Holds, board?: PriceBoard): Bitmap {
    const key = board ? `${name}:${nameBoard(board)}` : name;
    const known = this.#sets.get(key);
    if (known) return known.games;
    const games = createBitmap(this.table.capacity);
    forEachBit(this.table.live, (ordinal) => {
      if (holds(ordinal)) addBit(games, ordinal);
    });
    this.#sets.set(key, { games, holds });
    return games;
  }

  /** Counts that were made of the table as it is, or what `count` makes now. */
  facets(key: string, count: () => GameFacets): GameFacets {
    const known = this.#facets.get(key);
    if (known) return known;
    const counted = count();
    this.#facets.set(key, counted);
    return counted;
  }

  /** Follows games that were put or removed. */
  update(changed: ReadonlySet<number>): void {
    this.#facets.clear();
    for (const [name, board] of [...this.#boards.entries()]) {
      if (this.#splits(board, changed)) this.#boards.delete(name);
      else for (const ordinal of changed) board.update(ordinal);
    }
    for (const { games, holds } of this.#sets.values()) {
      for (const ordinal of changed) {
        if (hasBit(this.table.live, ordinal) && holds(ordinal)) addBit(games, ordinal);
        else removeBit(games, ordinal);
      }
    }
    const present = [...changed].filter((ordinal) => hasBit(this.table.live, ordinal));
    // The longest unused comes first, so that setting each leaves them in the order of their use.
    for (const name of [...this.#orders.rkeys()]) {
      const order = name && this.#orders.peek(name);
      if (order) this.#orders.set(name, patchOrder(order, changed, present));
    }
  }

  /** Whether a promotion of a changed game starts or ends within the board's span. */
  #splits({ fromMs, untilMs }: PriceBoard, changed: ReadonlySet<number>): boolean {
    return [...changed].some((ordinal) =>
      this.table.facts[ordinal]?.offers
        .flatMap(({ startsAtMs, endsAtMs }) => [startsAtMs, endsAtMs])
        .some((boundary) => fromMs < boundary && boundary < untilMs),
    );
  }

  #forget(board: string): void {
    for (const made of [this.#orders, this.#sets]) {
      for (const name of [...made.keys()]) if (name.endsWith(`:${board}`)) made.delete(name);
    }
  }
}
