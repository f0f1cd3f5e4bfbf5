import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { MigrationDirectory, MigrationList, SchemaContainer, SchemaFilter } from "@prisma/schema-engine-wasm";
import { withSchemaEngine } from "./schema-engine";

const prismaDir = import.meta.dirname;
const migrationsDir = path.join(prismaDir, "migrations");
const schemaDir = path.join(prismaDir, "schema");

/** Tables that the product makes and drops itself; the same list stands in prisma.config.ts. */
const filters: SchemaFilter = { externalTables: ["public.staging_sales_data"], externalEnums: [] };

async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name): Promise<MigrationDirectory> => {
      const value = await readFile(path.join(migrationsDir, name, "migration.sql"), "utf8");
      return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok", value } } };
    }),
  );
  const content = await readFile(path.join(migrationsDir, "migration_lock.toml"), "utf8");
  return {
    baseDir: migrationsDir,
    lockfile: { path: "migration_lock.toml", content },
    migrationDirectories,
    shadowDbInitScript: "",
  };
}

async function readSchema(): Promise<SchemaContainer[]> {
  const names = (await readdir(schemaDir)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: path.join(schemaDir, name),
      content: await readFile(path.join(schemaDir, name), "utf8"),
    })),
  );
}

/** Applies the migrations that the database does not have, as `prisma migrate deploy` would; returns their names. */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const migrationsList = await readMigrations();
  return withSchemaEngine(databaseUrl, async (engine) => {
    const result = await engine.applyMigrations({ migrationsList, filters });
    return result.appliedMigrationNames;
  });
}

/**
 * The SQL that would bring the migrations to what the schema files say; empty where there is no drift. The engine
 * replays the migrations in a shadow database beside the given one, which it makes and drops.
 */
export async function diffSchema(databaseUrl: string): Promise<string> {
  const migrations = await readMigrations();
  const files = await readSchema();
  return withSchemaEngine(databaseUrl, async (engine) => {
    const result = await engine.diff({
      from: { tag: "migrations", ...migrations },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters,
    });
    const sql = result.stdout?.trim() ?? "";
    return sql === "-- This is an empty migration." ? "" : sql;
  });
}

/** Writes a migration folder named by the moment and the given name; returns its name. */
export async function writeMigration(name: string, sql: string, now: Date): Promise<string> {
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = `${stamp}_${name.toLowerCase().replace(/[^a-z0-9]+/g, "_")}`;
  await mkdir(path.join(migrationsDir, folder), { recursive: true });
  await writeFile(path.join(migrationsDir, folder, "migration.sql"), `${sql}\n`);
  return folder;
}
