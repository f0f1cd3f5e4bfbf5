import pg from "pg";
import { importCatalogue } from "@/jobs/catalogue-import/import-catalogue";
import { MULTIPLY_STEPS } from "./multiply.sql";

/** Makes a shop of that many games out of the Steam catalogue in an empty, migrated database. */
export async function buildShop(databaseUrl: string, file: string, games: number): Promise<void> {
  await importCatalogue({ databaseUrl, file, day: "2026-01-01" });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    for (const step of MULTIPLY_STEPS) await client.query(step, step.includes("$1") ? [games] : []);
    await client.query("commit");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
