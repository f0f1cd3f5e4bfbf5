import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createTestGame } from "../catalogue/test-catalogue";
import { findTerm, findTermPicture, listTerms } from "./queries";

const database = useTestDatabase();

async function addHero(gameId: string, alt: string) {
  const storageKey = `kratos/media/${alt}/hero.webp`;
  await database.db.media.create({ data: { gameId, kind: "hero", storageKey, alt, width: 16, height: 9 } });
}

beforeAll(async () => {
  const { db } = database;
  const noir = { genres: ["noir"], categories: ["co-op"] };
  const best = await createTestGame(db, { slug: "best", ...noir, popularity: 90, publisher: "night-house" });
  const adult = await createTestGame(db, { slug: "adult", ...noir, popularity: 80 });
  const second = await createTestGame(db, { slug: "second", genres: ["noir", "card"], popularity: 70 });
  const draft = await createTestGame(db, {
    slug: "draft",
    genres: ["noir", "secret"],
    popularity: 99,
    status: "draft",
  });
  for (const [id, alt] of [
    [adult, "adult"],
    [second, "second"],
    [draft, "draft"],
  ] as const) {
    await addHero(id, alt);
  }
  await db.game.update({ where: { id: adult }, data: { minimumAge: 18 } });
  await db.genre.update({ where: { slug: "noir" }, data: { description: "Rain on neon." } });
  const tag = await db.tag.create({ data: { slug: "rain", name: "Rain" } });
  await db.gameTag.create({ data: { gameId: best, tagId: tag.id } });
  await db.publisher.update({ where: { slug: "night-house" }, data: { website: "https://night.example" } });
});

describe("findTerm", () => {
  it("gives each kind of term by its slug, and nothing for what the store does not have", async () => {
    const { db } = database;
    expect(await findTerm("genre", "noir", db)).toMatchObject({ name: "NOIR", description: "Rain on neon." });
    expect(await findTerm("category", "co-op", db)).toMatchObject({ name: "CO OP" });
    expect(await findTerm("tag", "rain", db)).toMatchObject({ name: "Rain" });
    expect(await findTerm("publisher", "night-house", db)).toMatchObject({ website: "https://night.example" });
    for (const facet of ["genre", "category", "tag", "publisher"] as const) {
      for (const slug of ["'; drop table games; --", "a\0b", "NOIR", "😀", "x".repeat(5000)]) {
        expect(await findTerm(facet, slug, db)).toBeNull();
      }
    }
  });
});

describe("findTermPicture", () => {
  it("is of the best sold game that has one: no draft's, and none that not everybody may see", async () => {
    expect((await findTermPicture("genre", "noir", database.db))?.alt).toBe("second");
    expect(await findTermPicture("tag", "rain", database.db)).toBeNull();
    expect(await findTermPicture("publisher", "nobody", database.db)).toBeNull();
  });
});

describe("listTerms", () => {
  it("lists terms with published games, largest first", async () => {
    expect(await listTerms("genre", database.db)).toEqual([
      { slug: "noir", name: "NOIR", gameCount: 3 },
      { slug: "card", name: "CARD", gameCount: 1 },
    ]);
    expect(await listTerms("publisher", database.db)).toMatchObject([
      { slug: "testers", gameCount: 2 },
      { slug: "night-house", gameCount: 1 },
    ]);
    expect(await listTerms("tag", database.db)).toMatchObject([{ slug: "rain", gameCount: 1 }]);
    expect(await listTerms("category", database.db)).toMatchObject([{ slug: "co-op", gameCount: 2 }]);
  });
});
