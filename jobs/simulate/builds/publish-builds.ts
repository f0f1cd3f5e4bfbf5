import type { Storage } from "@/lib/server/storage/storage";
import type { PrismaClient } from "@/prisma/generated/client";
import { makeDemoBuild } from "./demo-build";

const PREFIX = "kratos/builds/";

/** Keys of the demo's files, those of older versions too. */
const DEMO_KEY = /^kratos\/builds\/([^/]+)\/\1-[^/]+\.zip$/;

/**
 * Puts the installable files that the demo's database names into the bucket; those that are there stay. A database that
 * names a file as an older version made it names the present one afterwards.
 */
export async function publishBuilds(db: PrismaClient, storage: Storage): Promise<number> {
  const builds = await db.build.findMany({
    where: { storageKey: { startsWith: PREFIX } },
    select: {
      id: true,
      version: true,
      storageKey: true,
      game: { select: { slug: true, title: true } },
      platform: true,
    },
  });
  const stored = new Set(builds.length > 0 ? await storage.list(PREFIX) : []);
  let put = 0;
  for (const { id, version, storageKey, game, platform } of builds) {
    if (!DEMO_KEY.test(storageKey ?? "")) continue;
    const { key, body, sha256 } = makeDemoBuild({ ...game, version, platform: platform.slug });
    if (!stored.has(key)) {
      await storage.put(key, body, "application/zip");
      put += 1;
    }
    if (storageKey === key) continue;
    await db.build.update({ where: { id }, data: { storageKey: key, sha256, sizeBytes: body.length } });
  }
  return put;
}
