import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "@/prisma/migrator";
import { createDatabase, startEmbeddedPostgres } from "./embedded-postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of the template that each test database is copied from. */
    templateUrl: string;
  }
}

const TEMPLATE = "kratos_template";

/** Vitest's global set-up: one PostgreSQL for the run, with a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const databaseDir = await mkdtemp(path.join(tmpdir(), "kratos-test-"));
  // A session time zone that is not UTC: no query may lean on the server's.
  const settings = ["fsync=off", "full_page_writes=off", "max_connections=200", "timezone=America/Los_Angeles"];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const server = await startEmbeddedPostgres({ databaseDir: path.join(databaseDir, "pg"), flags });
  await createDatabase(server.urlOf("postgres"), TEMPLATE);
  await applyMigrations(server.urlOf(TEMPLATE));
  project.provide("templateUrl", server.urlOf(TEMPLATE));
  return async () => {
    await server.stop();
    await rm(databaseDir, { recursive: true, force: true });
  };
}
