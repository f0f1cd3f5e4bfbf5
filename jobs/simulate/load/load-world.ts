import pg from "pg";
import { type Simulation, simulate } from "@/jobs/simulate/simulation";
import type { Day } from "@/lib/shared/day";
import { loadCatalogue } from "./load-catalogue";
import { loadReviews, REVIEW_TABLES } from "./load-reviews";
import { loadSales } from "./load-sales";
import { loadUsers } from "./user-rows";

/** Told of each step: how much of it is done, out of how much. */
export type OnProgress = (step: string, done: number, total: number) => void;

/** What the database got; `isNew` is false where the demo world was there before. */
export interface LoadResult {
  isNew: boolean;
  day: Day;
  seed: number;
  games: number;
  shoppers: number;
  orders: number;
  orderItems: number;
  reviews: number;
}

export type LoadOptions = { databaseUrl: string; day: Day; seed?: number; scale?: number; onProgress?: OnProgress };

const MARKER = { action: "demo.seeded", entity: "demo-world", entityId: "1" } as const;
/** Advisory lock that makes two seeds at once one after the other. */
const LOCK_KEY = 7_305_118;
const TABLES_OF_SALES = 6;
/** Beside the tables that are counted: the simulation, the catalogue and the users. */
const STEPS = TABLES_OF_SALES + REVIEW_TABLES + 3;
const STEP = "demo world";

async function findMarker(client: pg.ClientBase): Promise<LoadResult | null> {
  const { rows } = await client.query<{ data: Omit<LoadResult, "isNew"> }>(
    "SELECT data FROM audit_log WHERE action = $1 AND entity = $2 AND entity_id = $3 LIMIT 1",
    [MARKER.action, MARKER.entity, MARKER.entityId],
  );
  return rows[0] ? { ...rows[0].data, isNew: false } : null;
}

async function withClient<Result>(databaseUrl: string, run: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // A lost connection fails the statement that runs; without a listener it would end the process as well.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** What the database holds of the demo world, or null where it has none. */
export function findLoaded(databaseUrl: string): Promise<LoadResult | null> {
  return withClient(databaseUrl, findMarker);
}

/**
 * The rows refer to each other by construction, so that checking a million references again would only cost time.
 * Needs superuser rights, as the demo's own server gives; elsewhere the references are checked.
 */
async function skipReferenceChecks(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ usesuper: boolean }>(
    "SELECT usesuper FROM pg_user WHERE usename = current_user",
  );
  if (rows[0]?.usesuper) await client.query("SET LOCAL session_replication_role = replica");
}

async function loadAll(client: pg.ClientBase, simulation: Simulation, onProgress: OnProgress): Promise<LoadResult> {
  let done = 1;
  const advance = () => {
    done += 1;
    onProgress(STEP, done, STEPS);
  };
  const { world, shoppers, ledger, reviews } = simulation;
  await loadCatalogue(client, simulation);
  advance();
  await loadUsers(client, simulation);
  await loadSales(client, simulation, advance);
  await loadReviews(client, simulation, advance);
  const counts = {
    day: world.day,
    seed: world.seed,
    games: world.games.length,
    shoppers: shoppers.length,
    orders: ledger.orders,
    orderItems: ledger.items,
    reviews: reviews.length,
  };
  await client.query("INSERT INTO audit_log (action, entity, entity_id, data) VALUES ($1, $2, $3, $4)", [
    MARKER.action,
    MARKER.entity,
    MARKER.entityId,
    JSON.stringify(counts),
  ]);
  return { ...counts, isNew: true };
}

/**
 * Loads the demo world in one transaction whose last row is the marker: whatever is killed, the database holds all of
 * it or none. Two loads at once wait for each other; the second finds the marker and changes nothing.
 */
export async function loadWorld(options: LoadOptions): Promise<LoadResult> {
  const onProgress = options.onProgress ?? (() => undefined);
  return withClient(options.databaseUrl, async (client) => {
    await client.query("BEGIN");
    try {
      await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK_KEY]);
      const present = await findMarker(client);
      if (present) {
        await client.query("ROLLBACK");
        return present;
      }
      onProgress(STEP, 0, STEPS);
      const simulation = simulate(options);
      onProgress(STEP, 1, STEPS);
      await skipReferenceChecks(client);
      const result = await loadAll(client, simulation, onProgress);
      await client.query("COMMIT");
      await client.query("ANALYZE");
      onProgress(STEP, STEPS, STEPS);
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch(() => undefined);
      throw new Error("The demo world could not be loaded", { cause: error });
    }
  });
}
