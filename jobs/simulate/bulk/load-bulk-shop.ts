import pg from "pg";
import { type Cell, copyRows } from "@/jobs/simulate/load/copy";
import { HISTORY_DAYS } from "@/jobs/simulate/world/world";
import { addDays, type Day } from "@/lib/shared/day";
import { loadBulkCatalogue } from "./bulk-catalogue";
import { type BulkSize, type BulkWorld, drawUnits, drawWishes, planBulkShop, toGameId } from "./bulk-shop";
import {
  BULK_TABLES,
  createItems,
  createOrders,
  insertItems,
  insertOrders,
  insertRefunds,
  insertReviews,
  insertUsers,
  insertWishes,
  reserveNumbers,
} from "./bulk-sql";

/** What a bulk shop is made of; `day` is the last of its two years. */
export type BulkOptions = { databaseUrl: string; day: Day; size: BulkSize; onStep?: (step: string) => void };

/** Tables that grow by the million, whose indexes are built after them. */
const LARGE = ["orders", "order_items", "refunds"];

async function withClient<Result>(databaseUrl: string, run: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

async function loadDraws(client: pg.ClientBase, worlds: readonly BulkWorld[]): Promise<void> {
  await client.query(BULK_TABLES);
  let offset = 0;
  for (const bulk of worlds) {
    await loadBulkCatalogue(client, bulk);
    const first = offset;
    const games = bulk.games.map((game): Cell[] => [first + game.index, toGameId(bulk.copy, game), game.quality]);
    await copyRows(client, "bulk_games", ["game", "id", "quality"], games);
    await copyRows(
      client,
      "bulk_units",
      ["game", "day", "units", "list_cents", "percent", "cents"],
      unitRows(bulk, first),
    );
    await copyRows(client, "bulk_wishes", ["game", "day", "wishes"], wishRows(bulk, first));
    offset += bulk.games.length;
  }
}

function* unitRows(bulk: BulkWorld, offset: number): Generator<Cell[]> {
  for (const one of drawUnits(bulk, offset)) {
    yield [one.game, one.day, one.units, one.listCents, one.percent, one.cents];
  }
}

function* wishRows(bulk: BulkWorld, offset: number): Generator<Cell[]> {
  for (const { game, day, wishes } of drawWishes(bulk, offset)) yield [game, day, wishes];
}

/** Takes away indexes and triggers of the large tables; returns the statements that bring them back. */
async function lighten(client: pg.ClientBase): Promise<string[]> {
  const indexes = await client.query<{ name: string; sql: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS sql FROM pg_index i
     WHERE i.indrelid = ANY ($1::regclass[]) AND NOT i.indisprimary`,
    [LARGE],
  );
  const triggers = await client.query<{ name: string; table: string }>(
    `SELECT tgname AS name, tgrelid::regclass::text AS table FROM pg_trigger
     WHERE tgrelid = ANY ($1::regclass[]) AND NOT tgisinternal AND tgenabled = 'A'`,
    [LARGE],
  );
  for (const { name } of indexes.rows) await client.query(`DROP INDEX ${name}`);
  for (const { name, table } of triggers.rows) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`);
  const back = triggers.rows.map(({ name, table }) => `ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${name}`);
  return [...indexes.rows.map(({ sql }) => sql), ...back];
}

type Span = { opening: Day; from: number; to: number; shoppers: number };

async function insertDays(client: pg.ClientBase, span: Span, onStep: (step: string) => void): Promise<void> {
  const values = [span.opening, span.from, span.to];
  onStep("orders");
  await client.query(insertOrders, values);
  onStep("order items");
  await client.query(insertItems, values.slice(1));
  onStep("reviews and wishes");
  await client.query(insertWishes(span.shoppers), values);
  await client.query(insertReviews, values);
}

/**
 * Fills an empty, migrated database with a shop of thousands of games and millions of order items: the simulator's
 * demand is drawn here by game and day, and the database makes the orders of it. The last day is left out, for
 * {@link addBulkDay}. References are right by construction and not checked; what it loads is not in the change log.
 */
export async function loadBulkShop({ databaseUrl, day, size, onStep = () => undefined }: BulkOptions): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const span = { opening: addDays(day, 1 - HISTORY_DAYS), from: 0, to: HISTORY_DAYS - 2, shoppers: size.shoppers };
    await client.query(
      "SET session_replication_role = replica; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'",
    );
    onStep("catalogue and demand");
    await loadDraws(client, planBulkShop(day, size));
    await client.query(insertUsers, [size.shoppers, span.opening]);
    onStep("baskets");
    await client.query(createItems);
    await client.query(createOrders(size.shoppers));
    await client.query("CREATE INDEX ON bulk_orders (day); CREATE INDEX ON bulk_items (order_number); ANALYZE");
    await client.query(reserveNumbers);
    const back = await lighten(client);
    await insertDays(client, span, onStep);
    onStep("indexes");
    for (const sql of back) await client.query(sql);
    await client.query("VACUUM ANALYZE");
    onStep("refunds");
    await client.query(insertRefunds, [span.opening, span.from, span.to]);
    await client.query("DELETE FROM changed_sales_days");
    await client.query("VACUUM ANALYZE");
  });
}

/** Adds the last day of a bulk shop, as a shop sells it: with every check, index and trigger. */
export async function addBulkDay({ databaseUrl, day, size }: BulkOptions): Promise<void> {
  const opening = addDays(day, 1 - HISTORY_DAYS);
  const last = HISTORY_DAYS - 1;
  await withClient(databaseUrl, async (client) => {
    await insertDays(client, { opening, from: last, to: last, shoppers: size.shoppers }, () => undefined);
    await client.query(insertRefunds, [opening, last, last]);
  });
}
