import { setImmediate } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { DEFAULT_CURRENCY } from "@/lib/shared/currency";
import type { Db } from "../../db";
import { ChangeReader } from "./changes";
import { GameTable } from "./game-table";
import { loadFacts, loadTerms } from "./load-games";
import { TableViews } from "./table-views";
import { searchText, type TextMatch } from "./text-search";

/** More changes at once than this are read as a whole. */
const MAX_CHANGES = 5000;
/** The log is kept for two hours: who did not look for so long reads everything. */
const MAX_AWAY_MS = 60 * 60 * 1000;
/** Cursors of a walk that began before this process did may ask for promotions that are over. */
const PAST_OFFERS_MS = 24 * 60 * 60 * 1000;
/** Room for games that are added before the table is made anew. */
const SPARE_PLACES = 4096;
/** Games that are put in place before others are answered again. */
const GAMES_AT_ONCE = 1000;
/** Orders that are asked for most, and the slow one: made with the table, so that nobody waits for them. */
const SORTS_OF_MANY = ["popular", "newest", "rating", "price_asc", "title"] as const;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Ordinals that searches keep in memory between them. */
const MAX_KEPT_ORDINALS = 4_000_000;

/**
 * The published catalogue in memory, as it stands in the database: whoever asks for it first asks the database what
 * changed, together with all who ask meanwhile. What was committed before a question is in its answer.
 */
export class LiveCatalogue {
  #views: TableViews | null = null;
  #changes = new ChangeReader();
  #generation = 0;
  #readAtMs = 0;
  #offersSince: Date | null = null;
  #running: Promise<unknown> = Promise.resolve();
  #queued: Promise<TableViews> | null = null;
  readonly #searches = new LRUCache<string, Promise<TextMatch>>({
    max: 500,
    maxSize: MAX_KEPT_ORDINALS,
    sizeCalculation: () => 1,
  });

  constructor(readonly db: Db) {}

  /** The catalogue as it is now; `now` is the moment that prices are asked for. */
  fresh(now: Date): Promise<TableViews> {
    this.#offersSince ??= new Date(now.getTime() - PAST_OFFERS_MS);
    this.#queued ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#queued = null;
        const refresh = this.#refresh();
        this.#running = refresh;
        return refresh;
      });
    return this.#queued;
  }

  /** The games that a text finds; the same question is asked once. */
  search(views: TableViews, q: string): Promise<TextMatch> {
    const known = this.#searches.get(q);
    if (known) return known;
    const match = searchText(this.db, views.table, views.bySales(), q);
    this.#searches.set(q, match);
    const isKept = () => this.#searches.peek(q) === match;
    match.then(
      ({ order }) => {
        // Its size is known only now; it may have been dropped meanwhile.
        const size = views.table.capacity / 32 + 3 * order.ordinals.length;
        if (isKept()) this.#searches.set(q, match, { size });
      },
      () => {
        if (isKept()) this.#searches.delete(q);
      },
    );
    return match;
  }

  async #refresh(): Promise<TableViews> {
    const isAway = Date.now() - this.#readAtMs > MAX_AWAY_MS;
    const { gameIds, isEverything, isText } = await this.#changes.read(this.db);
    const views = this.#views;
    // What fails below has been read off the log already: the next one begins anew.
    this.#views = null;
    const isLost = !views || isAway || isEverything || gameIds.size > MAX_CHANGES;
    const followed = isLost ? null : await this.#follow(views, gameIds);
    this.#views = followed ?? (await this.#loadAll());
    if (isText) this.#searches.clear();
    this.#readAtMs = Date.now();
    return this.#views;
  }

  async #loadAll(): Promise<TableViews> {
    const book = await loadTerms(this.db);
    const facts = await loadFacts(this.db, null, this.#since());
    const capacity = facts.reduce((most, { ordinal }) => Math.max(most, ordinal), 0) + SPARE_PLACES;
    const table = new GameTable(capacity, book);
    this.#generation += 1;
    for (const [place, game] of facts.entries()) {
      table.put(game);
      table.versions[game.ordinal] = this.#generation;
      if (place % GAMES_AT_ONCE === 0) await setImmediate();
    }
    this.#searches.clear();
    const views = new TableViews(table);
    const board = views.boardAt(DEFAULT_CURRENCY, Date.now());
    for (const sort of SORTS_OF_MANY) {
      views.orderOf(sort, board, Math.floor(Date.now() / DAY_MS));
      await setImmediate();
    }
    return views;
  }

  /** Brings the games up to date; null where the table has no room for one of them or lacks a word. */
  async #follow(views: TableViews, gameIds: ReadonlySet<string>): Promise<TableViews | null> {
    if (gameIds.size === 0) return views;
    const { table } = views;
    const facts = await loadFacts(this.db, [...gameIds], this.#since());
    if (!facts.every((game) => table.canHold(game))) return null;
    this.#generation += 1;
    const changed = new Set([...gameIds].flatMap((id) => table.ordinalOf.get(id) ?? []));
    for (const ordinal of changed) table.remove(ordinal);
    for (const game of facts) {
      table.put(game);
      changed.add(game.ordinal);
    }
    for (const ordinal of changed) table.versions[ordinal] = this.#generation;
    views.update(changed);
    return views;
  }

  #since(): Date {
    return this.#offersSince ?? new Date();
  }
}

const holder = globalThis as typeof globalThis & { kratosCatalogues?: WeakMap<Db, LiveCatalogue> };

/** The catalogue behind a connection: one for each client of the database, whichever part of the server asks. */
export function openCatalogue(db: Db): LiveCatalogue {
  holder.kratosCatalogues ??= new WeakMap();
  const catalogues = holder.kratosCatalogues;
  const known = catalogues.get(db);
  if (known) return known;
  const catalogue = new LiveCatalogue(db);
  catalogues.set(db, catalogue);
  return catalogue;
}
