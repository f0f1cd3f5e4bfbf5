import { beforeAll, describe, expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { toDate } from "@/lib/shared/day";
import { getGame, listSimilarGames } from "./queries";
import { createTestGame } from "./test-catalogue";

const database = useTestDatabase();
const get = (slug: string) => getGame(slug, {}, database.db);
const slugsOf = (games: { slug: string }[]) => games.map(({ slug }) => slug);

async function addFacts(gameId: string): Promise<void> {
  const { db } = database;
  const [windows, linux] = [
    await db.platform.create({ data: { slug: "windows", name: "Windows" } }),
    await db.platform.create({ data: { slug: "linux", name: "Linux" } }),
  ];
  const build = { gameId, platformId: windows.id, status: "ready", releasedAt: toDate("2026-01-01") } as const;
  await db.build.createMany({
    data: [
      { ...build, version: "1.0", sizeBytes: 1n },
      { ...build, version: "1.1", sizeBytes: 5_000_000_000n, releasedAt: toDate("2026-02-01") },
      { ...build, version: "1.2", sizeBytes: 2n, releasedAt: toDate("2026-03-01"), status: "processing" },
      { ...build, version: "0.9", sizeBytes: 3n, platformId: linux.id, releasedAt: null },
    ],
  });
  const features = ["vision", "motor"].map((area) => ({ slug: `a-${area}`, name: area, area }));
  for (const feature of features) {
    await db.gameAccessibility.create({ data: { game: { connect: { id: gameId } }, feature: { create: feature } } });
  }
  const media = { gameId, alt: "A view", width: 640, height: 360 };
  await db.media.createMany({
    data: [
      { ...media, kind: "hero", storageKey: "kratos/media/one/hero.webp" },
      {
        ...media,
        kind: "video",
        storageKey: "kratos/media/one/a.webm",
        posterKey: "kratos/media/one/hero.webp",
        durationMs: 5000,
      },
      { ...media, kind: "video", position: 1, storageKey: "kratos/models/weights.bin" },
      { ...media, kind: "video", position: 2, externalUrl: "https://elsewhere.example/b.webm" },
    ],
  });
}

beforeAll(async () => {
  const { db } = database;
  const id = await createTestGame(db, { slug: "one", genres: ["rpg", "action"], popularity: 5 });
  await createTestGame(db, { slug: "one-sands", kind: "dlc", baseGameId: id, releaseDate: "2025-06-01" });
  await createTestGame(db, { slug: "one-ice", kind: "dlc", baseGameId: id, releaseDate: "2025-03-01" });
  await createTestGame(db, { slug: "one-gold", kind: "edition", baseGameId: id, releaseDate: "2025-09-01" });
  await createTestGame(db, { slug: "one-secret", kind: "dlc", baseGameId: id, status: "draft" });
  await createTestGame(db, { slug: "both", genres: ["rpg", "action"], popularity: 1 });
  await createTestGame(db, { slug: "half", genres: ["rpg"], popularity: 9 });
  await createTestGame(db, { slug: "other", genres: ["puzzle"], popularity: 99 });
  await createTestGame(db, { slug: "bare", releaseDate: null, priceCents: null });
  await addFacts(id);
});

describe("a game's page", () => {
  test("has the family of a base game, an edition and a DLC, without the game itself and drafts", async () => {
    const [base, dlc, edition] = [await get("one"), await get("one-ice"), await get("one-gold")];
    expect(base.baseGame).toBeNull();
    expect(slugsOf(base.extras)).toEqual(["one-gold", "one-ice", "one-sands"]);
    expect(dlc.baseGame?.slug).toBe("one");
    expect(slugsOf(dlc.extras)).toEqual(["one-gold", "one-sands"]);
    expect(slugsOf(edition.extras)).toEqual(["one-ice", "one-sands"]);
  });

  test("has the newest file of each platform that is ready, however large", async () => {
    expect((await get("one")).builds.map(({ platform, ...build }) => [platform.slug, build])).toEqual([
      ["windows", { version: "1.1", sizeBytes: 5_000_000_000 }],
      ["linux", { version: "0.9", sizeBytes: 3 }],
    ]);
  });

  test("has the accessibility features, each with its area", async () => {
    expect((await get("one")).accessibility.map(({ area }) => area)).toEqual(["vision", "motor"]);
  });

  test("has the videos that the shop itself may serve", async () => {
    expect((await get("one")).videos).toMatchObject([
      { url: "/media/one/a.webm", posterUrl: "/media/one/hero.webp", durationMs: 5000, alt: "A view" },
    ]);
  });

  test("needs neither pictures nor a price, date or text", async () => {
    expect(await get("bare")).toMatchObject({
      price: null,
      cover: null,
      hero: null,
      screenshots: [],
      videos: [],
      releaseDate: null,
      isReleased: false,
      description: "",
    });
  });
});

test("similar games share most first, then sell most; without its family, and without those that share nothing", async () => {
  const { id } = await get("one");
  expect(slugsOf(await listSimilarGames(id, 6, {}, database.db))).toEqual(["both", "half"]);
  const { id: bareId } = await get("bare");
  expect(await listSimilarGames(bareId, 6, {}, database.db)).toEqual([]);
});
