import { toErrorText } from "@/jobs/pipelines/error-text";
import type { Env } from "@/lib/server/env";
import type { Storage } from "@/lib/server/storage/storage";
import type { PrismaClient } from "@/prisma/generated/client";

/** An engine that a run needs is not there; the message says which, where and why. */
export class EngineError extends Error {
  override readonly name = "EngineError";
}

function describeDatabase(url: string): string {
  return URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : "DATABASE_URL";
}

async function checkDatabase(db: PrismaClient, url: string): Promise<void> {
  const rows = await db.$queryRaw<{ isMigrated: boolean }[]>`
    SELECT to_regclass('pipeline_runs') IS NOT NULL AS "isMigrated"`.catch((cause: unknown) => {
    throw new EngineError(`the database ${describeDatabase(url)} cannot be reached: ${toErrorText(cause)}`, { cause });
  });
  if (rows[0]?.isMigrated) return;
  throw new EngineError(`the database ${describeDatabase(url)} has no tables yet: run npm run migrate`);
}

async function checkStorage(storage: Storage, env: Env): Promise<void> {
  await storage.ping().catch((cause: unknown) => {
    const where = `${env.S3_BUCKET} at ${env.S3_ENDPOINT ?? `S3 in ${env.S3_REGION}`}`;
    if (cause instanceof Error && cause.name === "NotFound") {
      throw new EngineError(`there is no bucket ${where}`, { cause });
    }
    throw new EngineError(`the bucket ${where} cannot be reached: ${toErrorText(cause)}`, { cause });
  });
}

/** Fails in one line where the database or the bucket is not there. */
export async function checkEngines(db: PrismaClient, storage: Storage, env: Env): Promise<void> {
  await checkDatabase(db, env.DATABASE_URL);
  await checkStorage(storage, env);
}
