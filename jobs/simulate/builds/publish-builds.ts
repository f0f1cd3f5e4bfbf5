import type { Storage } from "@/lib/server/storage/storage";
import type { PrismaClient } from "@/prisma/generated/client";
import { makeDemoBuild } from "./demo-build";

const PREFIX = "kratos/builds/";

/** Puts the installable files that the demo's database names into the bucket; those that are there stay. */
export async function publishBuilds(db: PrismaClient, storage: Storage): Promise<number> {
  const builds = await db.build.findMany({
    where: { storageKey: { startsWith: PREFIX } },
    select: { version: true, storageKey: true, game: { select: { slug: true, title: true } }, platform: true },
  });
  const stored = new Set(builds.length > 0 ? await storage.list(PREFIX) : []);
  const missing = builds.filter(({ storageKey }) => storageKey !== null && !stored.has(storageKey));
  for (const { version, game, platform } of missing) {
    const { key, body } = makeDemoBuild({ ...game, version, platform: platform.slug });
    await storage.put(key, body, "application/zip");
  }
  return missing.length;
}
