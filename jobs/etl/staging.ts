import type { Db } from "@/lib/server/db";

/** Drops the staging table, also one that a killed run left behind. */
export async function dropStaging(db: Db): Promise<void> {
  await db.$executeRaw`DROP TABLE IF EXISTS staging_sales_data`;
}

/**
 * Makes the staging table of one run: unlogged, since a crash only means to run again. Columns as in the model
 * StagingSalesData; units are wider, so that one game with absurd numbers fails alone and not the insert of all.
 */
export async function createStaging(db: Db): Promise<void> {
  await dropStaging(db);
  await db.$executeRaw`
    CREATE UNLOGGED TABLE staging_sales_data (
      game_id uuid NOT NULL,
      day date NOT NULL,
      units bigint NOT NULL DEFAULT 0,
      revenue_cents bigint NOT NULL DEFAULT 0,
      unit_price_cents integer NOT NULL DEFAULT 0,
      discount_rate numeric(4, 3) NOT NULL DEFAULT 0,
      review_score integer NOT NULL DEFAULT 0,
      rating numeric(3, 2) NOT NULL DEFAULT 0,
      wishlist_adds integer NOT NULL DEFAULT 0,
      PRIMARY KEY (game_id, day)
    )`;
}
