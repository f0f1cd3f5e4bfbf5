import pg from "pg";
import { PIPELINES, type Pipeline } from "@/lib/shared/pipelines";
import type { Db } from "../db";
import { log } from "../log";

/** First half of the advisory lock's key; the second is the pipeline's number. */
const LOCK_CLASS = 0x6b726174;

/** SQLSTATE lock_not_available. */
const LOCK_TIMEOUT = "55P03";

/** The right to work on a pipeline, held by one process at a time. */
export type Lease = { release(): Promise<void> };

function lockKey(pipeline: Pipeline): [number, number] {
  return [LOCK_CLASS, PIPELINES.indexOf(pipeline) + 1];
}

async function lock(client: pg.Client, pipeline: Pipeline): Promise<boolean> {
  // A lock of a transaction, not of a session: a pooler in transaction mode then keeps the connection for it.
  await client.query("begin; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = '1s'");
  try {
    await client.query("select pg_advisory_xact_lock($1, $2)", lockKey(pipeline));
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === LOCK_TIMEOUT) return false;
    throw error;
  }
}

/**
 * Takes the lease of a pipeline, or gives null where another process has it. PostgreSQL takes it back as soon as the
 * process that holds it is gone, however it ended; `onLost` tells of a connection that breaks while it is held.
 */
export async function findLease(
  databaseUrl: string,
  pipeline: Pipeline,
  onLost: (error: Error) => void,
): Promise<Lease | null> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000, keepAlive: true });
  let isReleased = false;
  client.on("error", (error) => {
    if (!isReleased) onLost(error);
  });
  const release = async () => {
    isReleased = true;
    await client.end().catch((error: unknown) => log.warn({ err: error, pipeline }, "pipeline.lease_broken"));
  };
  try {
    await client.connect();
    if (await lock(client, pipeline)) return { release };
  } catch (error) {
    await release();
    throw error;
  }
  await release();
  return null;
}

/** Whether nobody holds the lease now; it stays free until the given transaction ends. */
export async function isLeaseFree(pipeline: Pipeline, tx: Db): Promise<boolean> {
  const [first, second] = lockKey(pipeline);
  const rows = await tx.$queryRaw<{ isFree: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${first}::int, ${second}::int) AS "isFree"`;
  return rows[0]?.isFree ?? false;
}

/** Ends the connection that holds the lease: for a holder that went silent without PostgreSQL noticing. */
export async function breakLease(pipeline: Pipeline, db: Db): Promise<void> {
  const [first, second] = lockKey(pipeline);
  await db.$queryRaw`
    SELECT pg_terminate_backend(pid)
    FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND classid::bigint = ${first} AND objid::bigint = ${second}`;
}
