import { attachDatabasePool } from "@vercel/functions/db-connections";
import pg from "pg";

/** How a process that is a function of Vercel's keeps connections that nobody uses, and how any other does. */
const IDLE_MS = process.env.VERCEL ? 5_000 : 10_000;

const CONNECT_TIMEOUT_MS = 10_000;

function readStartup(client: pg.Client): Record<string, unknown> {
  const inherited: unknown = Reflect.get(pg.Client.prototype, "getStartupConf");
  if (typeof inherited !== "function") throw new Error("this version of pg says otherwise how it begins a session");
  return inherited.call(client);
}

/**
 * A connection whose session is in UTC. The zone goes as a parameter of its own, which PgBouncer keeps to each client
 * even where it hands out a server connection a transaction; it refuses `options`, and forgets what `SET` sets.
 */
class UtcClient extends pg.Client {
  /** What pg sends first. */
  getStartupConf(): Record<string, unknown> {
    return { ...readStartup(this), TimeZone: "UTC" };
  }
}

/** Refuses a connection in another zone: a pooler that drops the parameter would shift every moment that is written. */
function verify(client: pg.PoolClient, done: (error?: Error) => void): void {
  client.query<{ TimeZone: string }>("SHOW TimeZone").then(
    ({ rows }) => {
      const zone = rows[0]?.TimeZone;
      const advice = "set it for the role: ALTER ROLE … SET TimeZone = 'UTC'";
      done(zone === "UTC" ? undefined : new Error(`the database session is in ${zone}, not in UTC; ${advice}`));
    },
    (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
  );
}

/**
 * Opens a pool of connections in UTC that keep no state from one transaction to the next, so that a pooler may stand in
 * between.
 */
export function openPool(databaseUrl: string, { max }: { max: number }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    Client: UtcClient,
    verify,
    idleTimeoutMillis: IDLE_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  releaseWhenIdle(pool);
  return pool;
}

/** Keeps a function of Vercel's alive until the pool has closed what is idle: a suspended one would never close it. */
export function releaseWhenIdle(pool: unknown): void {
  if (process.env.VERCEL && pool instanceof pg.Pool) attachDatabasePool(pool);
}
