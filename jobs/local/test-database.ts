import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, inject } from "vitest";
import { createDb } from "@/lib/server/db";
import type { PrismaClient } from "@/prisma/generated/client";
import { createDatabase } from "./embedded-postgres";

/** A database of a test file's own, empty and migrated. */
export type TestDatabase = { url: string; db: PrismaClient };

/**
 * Gives the test file a database of its own on the run's PostgreSQL, made before its first test.
 * Also points DATABASE_URL there, so that `getDb()` in the code under test finds it.
 */
export function useTestDatabase(options: { maxConnections?: number } = {}): TestDatabase {
  const holder: Partial<TestDatabase> = {};
  beforeAll(async () => {
    const template = new URL(inject("templateUrl"));
    const name = `test_${randomUUID().replaceAll("-", "")}`;
    const admin = new URL(template);
    admin.pathname = "/postgres";
    await createDatabase(admin.href, name, template.pathname.slice(1));
    const url = new URL(template);
    url.pathname = `/${name}`;
    process.env.DATABASE_URL = url.href;
    holder.url = url.href;
    holder.db = createDb(url.href, options);
  });
  afterAll(async () => {
    await holder.db?.$disconnect();
  });
  return {
    get url() {
      if (!holder.url) throw new Error("the test database is there from beforeAll on");
      return holder.url;
    },
    get db() {
      if (!holder.db) throw new Error("the test database is there from beforeAll on");
      return holder.db;
    },
  };
}
