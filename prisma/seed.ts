import { pathToFileURL } from "node:url";
import { publishArt } from "@/jobs/simulate/art/publish";
import { publishBuilds } from "@/jobs/simulate/builds/publish-builds";
import { type LoadResult, loadWorld, type OnProgress } from "@/jobs/simulate/load/load-world";
import { buildWorld, DEFAULT_SEED } from "@/jobs/simulate/world/world";
import { createDb } from "@/lib/server/db";
import { getEnv } from "@/lib/server/env";
import { getStorage } from "@/lib/server/storage/s3-storage";
import type { Storage } from "@/lib/server/storage/storage";
import { addDays, type Day, toDay } from "@/lib/shared/day";
import { daySchema } from "@/lib/shared/day-schema";

/** What a seed needs: where to, and the last day of data (yesterday). */
export interface SeedOptions {
  databaseUrl: string;
  storage: Storage;
  day: Day;
  seed?: number;
  /** Above 0, at most 1: share of the shoppers and sales. */
  scale?: number;
  onProgress?: OnProgress;
}

/** What a seed did. */
export interface SeedResult extends LoadResult {
  /** Pictures and trailers that were drawn and stored now; the others were there. */
  picturesStored: number;
  /** Installable files that were stored now. */
  buildsStored: number;
}

async function storeBuilds({ databaseUrl, storage }: SeedOptions): Promise<number> {
  const db = createDb(databaseUrl, { maxConnections: 1 });
  try {
    return await publishBuilds(db, storage);
  } finally {
    await db.$disconnect();
  }
}

/**
 * Loads the demo world into the database, then its pictures and files into the bucket; what is there already is left alone, and
 * what a killed run left out is added.
 */
export async function seedDemoWorld(options: SeedOptions): Promise<SeedResult> {
  const { storage, day, seed, onProgress } = options;
  const loaded = await loadWorld(options);
  const { games } = buildWorld({ day, seed });
  const picturesStored = await publishArt(games, storage, (done, total) => onProgress?.("pictures", done, total));
  return { ...loaded, picturesStored, buildsStored: await storeBuilds(options) };
}

async function main(): Promise<void> {
  const env = getEnv();
  const day = process.argv[2] ?? addDays(toDay(new Date()), -1);
  const result = await seedDemoWorld({
    databaseUrl: env.DATABASE_URL,
    storage: getStorage(),
    day: daySchema.parse(day),
    seed: DEFAULT_SEED,
    onProgress: (step, done, total) => console.error(`${step}: ${done}/${total}`),
  });
  console.log(JSON.stringify(result));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
