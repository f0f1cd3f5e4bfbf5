import { expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createBuild } from "@/lib/server/library/test-library";
import { createShop } from "@/lib/server/orders/shop-fixture";
import type { Storage } from "@/lib/server/storage/storage";
import { makeDemoBuild } from "./demo-build";
import { publishBuilds } from "./publish-builds";

const database = useTestDatabase();

/** A bucket that knows no more than what publishing asks of it. */
function openBucket() {
  const files = new Map<string, string | Uint8Array>();
  const storage = {
    list: async () => [...files.keys()],
    put: async (key: string, body: string | Uint8Array) => void files.set(key, body),
  };
  return { files, storage: storage as unknown as Storage };
}

it("stores a file whose content has changed, though one of its name is there, and names it", async () => {
  const { db } = database;
  const [{ files, storage }, { id: gameId }] = [openBucket(), await createShop(db).createGame({ title: "A game" })];
  const { slug, title } = await db.game.findUniqueOrThrow({ where: { id: gameId } });
  const old = `kratos/builds/${slug}/${slug}-1.0-windows.zip`;
  files.set(old, "as an older version made it");
  const id = await createBuild(db, gameId, { storageKey: old });
  const foreign = await createBuild(db, gameId, { version: "2.0", storageKey: "kratos/builds/of-a-publisher.zip" });

  expect(await publishBuilds(db, storage)).toBe(1);
  const made = makeDemoBuild({ slug, title, version: "1.0", platform: "windows" });
  expect(files.get(made.key)).toEqual(made.body);
  expect(await db.build.findUniqueOrThrow({ where: { id } })).toMatchObject({
    storageKey: made.key,
    sha256: made.sha256,
    sizeBytes: BigInt(made.body.length),
  });
  expect((await db.build.findUniqueOrThrow({ where: { id: foreign } })).storageKey).toMatch(/of-a-publisher/);
  expect(await publishBuilds(db, storage)).toBe(0);
});
