import { randomUUID } from "node:crypto";
import { createDatabase } from "@/jobs/local/embedded-postgres";
import { startTestBucket, type TestBucket } from "@/jobs/pipelines/test-bucket";
import { createDb } from "@/lib/server/db";
import type { PrismaClient } from "@/prisma/generated/client";

/** A database with a bucket of its own, and what a process is told to work on them. */
export type World = {
  url: string;
  db: PrismaClient;
  bucket: TestBucket;
  env: Record<string, string>;
  close(): Promise<void>;
};

/** Copies a database, to which nobody may be connected, and gives the copy an empty bucket. */
export async function createWorld(templateUrl: string): Promise<World> {
  const url = new URL(templateUrl);
  const admin = new URL(templateUrl);
  admin.pathname = "/postgres";
  url.pathname = `/proof_${randomUUID().replaceAll("-", "")}`;
  await createDatabase(admin.href, url.pathname.slice(1), new URL(templateUrl).pathname.slice(1));
  const db = createDb(url.href, { maxConnections: 4 });
  const bucket = await startTestBucket();
  return {
    url: url.href,
    db,
    bucket,
    env: { DATABASE_URL: url.href, ...bucket.env },
    close: async () => {
      await db.$disconnect();
      await bucket.stop();
    },
  };
}

/** All objects under a prefix by key, as Latin-1 so that every byte is there; a manifest without its moment. */
export async function readObjects({ bucket }: Pick<World, "bucket">, prefix = "kratos/"): Promise<Map<string, string>> {
  const objects = new Map<string, string>();
  for (const key of await bucket.storage.list(prefix)) {
    const text = Buffer.from(await bucket.storage.get(key)).toString("latin1");
    objects.set(key, text.replace(/"generatedAt":"[^"]*"/, ""));
  }
  return objects;
}

/** The rows of a query as one text a row. */
export async function readRows(db: PrismaClient, query: string): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<{ row: string }[]>(`SELECT r::text AS row FROM (${query}) r ORDER BY 1`);
  return rows.map(({ row }) => row);
}
