import { type Db, inTransaction } from "@/lib/server/db";
import type { PrismaClient } from "@/prisma/generated/client";

/** Drops the staging table, also one that a killed run left behind. */
export async function dropStaging(db: Db): Promise<void> {
  await db.$executeRaw`DROP TABLE IF EXISTS staging_sales_data`;
}

/**
 * Makes the staging table of one run: unlogged, since a crash only means to run again. Columns as in the model
 * StagingSalesData; units are wider, so that a game with absurd numbers fails by name, where its days are checked.
 */
export async function createStaging(db: Db): Promise<void> {
  await dropStaging(db);
  await db.$executeRaw`
    CREATE UNLOGGED TABLE staging_sales_data (
      game_id uuid NOT NULL,
      day date NOT NULL,
      units bigint NOT NULL,
      revenue_cents bigint NOT NULL,
      unit_price_cents integer NOT NULL,
      discount_rate numeric NOT NULL,
      review_score integer NOT NULL,
      rating numeric NOT NULL,
      wishlist_adds integer NOT NULL,
      PRIMARY KEY (game_id, day)
    ) WITH (autovacuum_enabled = off)`;
}

/** Makes the staging table where it is gone, as for files that are tried again after the run's end. */
export async function ensureStaging(db: PrismaClient): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('staging_sales_data', 0))::text`;
    const [row] = await tx.$queryRaw<{ isThere: boolean }[]>`
      SELECT to_regclass('staging_sales_data') IS NOT NULL AS "isThere"`;
    if (!row?.isThere) await createStaging(tx);
  });
}
