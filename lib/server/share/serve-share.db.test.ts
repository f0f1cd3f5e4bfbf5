import sharp from "sharp";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { SHARE_SIZE } from "@/lib/shared/share-picture";
import { createTestGame } from "../catalogue/test-catalogue";
import type { Storage } from "../storage/storage";
import { serveShare } from "./serve-share";

const database = useTestDatabase();
const ARTWORK_KEY = "kratos/media/one/hero.webp";
const find = vi.fn<Storage["find"]>();
const storage = { find } as unknown as Storage;

const get = (file: string) => serveShare(new Request("http://localhost/share"), file, storage, database.db);

/** Mean of the red, green and blue of a picture. */
async function coloursOf(response: Response): Promise<number[]> {
  const { channels } = await sharp(Buffer.from(await response.arrayBuffer())).stats();
  return channels.map(({ mean }) => Math.round(mean));
}

beforeAll(async () => {
  const { db } = database;
  const green = { create: { width: 320, height: 180, channels: 3, background: "#20d020" } } as const;
  const artwork = await sharp(green).webp().toBuffer();
  find.mockImplementation(async (key) => (key === ARTWORK_KEY ? artwork : null));
  const plans = [
    { slug: "one", title: "Ember <Tide> & 日本" },
    { slug: "adult", minimumAge: 18 },
    { slug: "bare" },
    { slug: "hidden", status: "draft" },
  ] as const;
  for (const { minimumAge = 0, ...plan } of plans as readonly { slug: string; minimumAge?: number }[]) {
    const id = await createTestGame(db, plan);
    await db.game.update({ where: { id }, data: { minimumAge } });
    const media = { gameId: id, kind: "hero", alt: "A view", width: 1600, height: 900 } as const;
    if (plan.slug !== "bare") await db.media.create({ data: { ...media, storageKey: ARTWORK_KEY } });
  }
});

describe("the picture of a shared link", () => {
  test("is a JPEG of the size that is promised, drawn over the game's artwork, whatever its title", async () => {
    const response = await get("one.jpg");
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    const { format, width, height } = await sharp(Buffer.from(await response.clone().arrayBuffer())).metadata();
    expect({ format, width, height }).toEqual({ format: "jpeg", ...SHARE_SIZE });
    const [red = 0, green = 0] = await coloursOf(response);
    expect(green).toBeGreaterThan(red * 2);
  });

  test("is drawn once for who asks at once, and again where the game changed", async () => {
    find.mockClear();
    await Promise.all(Array.from({ length: 8 }, () => get("one.jpg")));
    expect(find).not.toHaveBeenCalled();
    await database.db.game.updateMany({ where: { slug: "one" }, data: { title: "Winter Tide" } });
    await Promise.all(Array.from({ length: 8 }, () => get("one.jpg")));
    expect(find).toHaveBeenCalledTimes(1);
  });

  test("shows nothing of a game for adults, and a plate where there is no artwork", async () => {
    for (const file of ["adult.jpg", "bare.jpg"]) {
      const [red = 0, green = 0] = await coloursOf(await get(file));
      expect(green).toBeLessThan(red);
    }
  });

  test("is a plate where the artwork is no picture", async () => {
    await database.db.game.updateMany({ where: { slug: "one" }, data: { title: "Summer Tide" } });
    find.mockResolvedValueOnce(Buffer.from("<html>not a picture</html>"));
    const response = await get("one.jpg");
    expect(response.status).toBe(200);
    const [red = 0, green = 0] = await coloursOf(response);
    expect(green).toBeLessThan(red);
  });

  test("comes again after the bucket failed", async () => {
    await database.db.game.updateMany({ where: { slug: "one" }, data: { title: "Autumn Tide" } });
    find.mockRejectedValueOnce(new Error("the bucket is away"));
    expect((await get("one.jpg")).status).toBe(500);
    expect((await get("one.jpg")).status).toBe(200);
  });

  test.each(["hidden.jpg", "nothing.jpg", "one.png", "one", "../one.jpg", "ONE.jpg", `${"a".repeat(300)}.jpg`])(
    "is not there for %s",
    async (file) => {
      expect((await get(file)).status).toBe(404);
    },
  );
});
