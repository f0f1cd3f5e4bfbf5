import "dotenv/config";
import { joinRunningStore } from "@/jobs/local/join-running-store";
import { applyMigrations, diffSchema, writeMigration } from "./migrator";

/**
 * `tsx prisma/migrate.ts deploy` applies the migrations to DATABASE_URL, or to the store that runs here;
 * `tsx prisma/migrate.ts new NAME` writes the next migration from what the schema files say more than the migrations
 * (DATABASE_URL names a server on which a shadow database may be made).
 */
async function main([command, name]: string[]): Promise<void> {
  joinRunningStore(process.env);
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("no store runs here: start `npm run dev` first, or set DATABASE_URL");
  if (command === "deploy") {
    const applied = await applyMigrations(url);
    console.log(applied.length ? `applied ${applied.join(", ")}` : "nothing to apply");
    return;
  }
  if (command !== "new" || !name) throw new Error("usage: migrate deploy | migrate new NAME");
  const sql = await diffSchema(url);
  if (!sql) throw new Error("the schema files say nothing that the migrations do not");
  console.log(`wrote prisma/migrations/${await writeMigration(name, sql, new Date())}`);
}

// The engine keeps a timer of 10 s for its lock: the process ends itself instead of waiting for it.
main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
