import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";
import { openPool } from "./db-pool";
import { getEnv } from "./env";
import { log } from "./log";

/** A connection to the database, or a transaction on one: what commands and queries take. */
export type Db = PrismaClient | Prisma.TransactionClient;

/**
 * Opens a client of its own on a database; close it by `$disconnect`. Its sessions run in UTC: the adapter writes
 * moments as UTC without saying so, and a server in another zone would take them for its own time.
 */
export function createDb(databaseUrl: string, options: { maxConnections?: number } = {}): PrismaClient {
  const pool = openPool(databaseUrl, { max: options.maxConnections ?? 10 });
  const onPoolError = (error: Error) => log.warn({ err: error }, "database.connection_lost");
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true, onPoolError }) });
}

const holder = globalThis as typeof globalThis & { kratosDb?: PrismaClient };

/** The client that this process shares; kept over hot reloads. */
export function getDb(): PrismaClient {
  holder.kratosDb ??= createDb(getEnv().DATABASE_URL, { maxConnections: getEnv().DATABASE_POOL_MAX });
  return holder.kratosDb;
}

/** Runs in the given transaction, or in a new one where `db` is not inside one yet. */
export function inTransaction<Result>(db: Db, run: (tx: Prisma.TransactionClient) => Promise<Result>): Promise<Result> {
  return "$transaction" in db ? db.$transaction(run, { maxWait: 10_000, timeout: 20_000 }) : run(db);
}
