import { setImmediate } from "node:timers/promises";
import { DEFAULT_CURRENCY } from "@/lib/shared/currency";
import type { Db } from "../../db";
import { log } from "../../log";
import { hasBit } from "./bitmap";
import { ChangeReader, type Changes } from "./changes";
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

/** Fewer games than this are read again within a moment, for which everybody waits. */
const MANY_GAMES = 20_000;
/** What is older is answered to nobody, whatever keeps it from being brought up to date. */
const MAX_BEHIND_MS = 60_000;

/**
 * The published catalogue in memory, as it stands in the database: whoever asks for it first asks the database what
 * changed, together with all who ask meanwhile. What was committed before a question is in its answer, with two
 * exceptions, in which it is in the answers of a minute later: many games are all read again, which takes seconds, and
 * the database does not answer.
 */
export class LiveCatalogue {
  #views: TableViews | null = null;
  #changes = new ChangeReader();
  #generation = 0;
  /** When the views were true. */
  #readAtMs = 0;
  /** Changes were read off the log that the views do not hold. */
  #isBehind = false;
  #offersSince: Date | null = null;
  #running: Promise<unknown> = Promise.resolve();
  #queued: Promise<TableViews> | null = null;
  #reloading: Promise<TableViews> | null = null;

  constructor(
    readonly db: Db,
    readonly manyGames = MANY_GAMES,
  ) {}

  /** The catalogue as it is now; `now` is the moment that prices are asked for. */
  fresh(now: Date): Promise<TableViews> {
    this.#offersSince ??= new Date(now.getTime() - PAST_OFFERS_MS);
    this.#queued ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#queued = null;
        const refresh = this.#refreshOrKeep();
        this.#running = refresh;
        return refresh;
      });
    return this.#queued;
  }

  /** The games that a text finds; the same question is asked once. */
  search(views: TableViews, q: string): Promise<TextMatch> {
    return views.searches.find(q, () => searchText(this.db, views.table, views.bySales(), q));
  }

  /** Whether the views may be answered although they are not true any more. */
  #isRecent(): boolean {
    return Date.now() - this.#readAtMs <= MAX_BEHIND_MS;
  }

  async #refreshOrKeep(): Promise<TableViews> {
    try {
      return await this.#refresh();
    } catch (err) {
      if (!this.#views || !this.#isRecent()) throw err;
      log.warn({ err }, "catalogue.behind");
      return this.#views;
    }
  }

  async #refresh(): Promise<TableViews> {
    const followed = this.#reloading ? null : await this.#catchUp();
    if (followed) return followed;
    // Until everything is read the log waits: what is written meanwhile is followed then.
    const reloading = this.#reloading ?? this.#reload();
    const views = this.#views;
    return views && views.table.ordinalOf.size >= this.manyGames && this.#isRecent() ? views : reloading;
  }

  /** The views with what the log says since it was read; null where everything has to be read. */
  async #catchUp(): Promise<TableViews | null> {
    const askedAtMs = Date.now();
    const isAway = askedAtMs - this.#readAtMs > MAX_AWAY_MS;
    const changes = await this.#changes.read(this.db);
    const isLost = this.#isBehind || isAway || changes.isEverything || changes.gameIds.size > MAX_CHANGES;
    // What fails below has been read off the log already: the next one begins anew.
    this.#isBehind = true;
    const views = this.#views;
    if (!views || isLost || !(await this.#follow(views, changes))) return null;
    this.#isBehind = false;
    this.#readAtMs = askedAtMs;
    return views;
  }

  #reload(): Promise<TableViews> {
    const startedAtMs = Date.now();
    const reload = this.#loadAll()
      .then((views) => {
        this.#views = views;
        this.#isBehind = false;
        this.#readAtMs = startedAtMs;
        return views;
      })
      .finally(() => {
        this.#reloading = null;
      });
    // Perhaps nobody waits for it.
    reload.catch((err: unknown) => log.warn({ err }, "catalogue.not_reloaded"));
    this.#reloading = reload;
    return reload;
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
    const views = new TableViews(table);
    const board = views.boardAt(DEFAULT_CURRENCY, Date.now());
    for (const sort of SORTS_OF_MANY) {
      views.orderOf(sort, board, Math.floor(Date.now() / DAY_MS));
      await setImmediate();
    }
    return views;
  }

  /** Brings the games up to date; false where the table has no room for one of them or lacks a word. */
  async #follow(views: TableViews, { gameIds, isText }: Changes): Promise<boolean> {
    if (gameIds.size === 0) return true;
    const { table } = views;
    const facts = await loadFacts(this.db, [...gameIds], this.#since());
    if (!facts.every((game) => table.canHold(game))) return false;
    this.#generation += 1;
    const known = [...gameIds].flatMap((id) => table.ordinalOf.get(id) ?? []);
    const changed = new Set([...known, ...facts.map(({ ordinal }) => ordinal)]);
    const salesOf = (ordinal: number) => (hasBit(table.live, ordinal) ? table.popularity[ordinal] : undefined);
    const before = new Map([...changed].map((ordinal) => [ordinal, salesOf(ordinal)]));
    for (const ordinal of known) table.remove(ordinal);
    for (const game of facts) table.put(game);
    for (const ordinal of changed) table.versions[ordinal] = this.#generation;
    views.update(changed);
    // What was found is kept in an order that goes by sales, and without the games that were not published.
    if (isText || [...changed].some((ordinal) => before.get(ordinal) !== salesOf(ordinal))) views.searches.clear();
    return true;
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
