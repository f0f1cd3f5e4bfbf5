import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createDb } from "@/lib/server/db";
import { gameQuerySchema } from "@/lib/shared/catalogue-query";
import { listGames, listSuggestions } from "../queries";
import { createTestGame } from "../test-catalogue";

const database = useTestDatabase();
const ids: Record<string, string> = {};

beforeAll(async () => {
  const add = async (plan: Parameters<typeof createTestGame>[1]) => {
    ids[plan.slug] = await createTestGame(database.db, plan);
  };
  await add({ slug: "witcher", title: "The Witcher® 3: Wild Hunt", genres: ["rpg"], popularity: 900 });
  await add({ slug: "witch-it", title: "Witch It", popularity: 20 });
  await add({ slug: "assassins", title: "Assassin's Creed", publisher: "Ubisoft", popularity: 300 });
  await add({ slug: "pokemon", title: "Pokémon Café", genres: ["puzzle"], popularity: 3 });
  await add({ slug: "half-life", title: "Half-Life", popularity: 400 });
  await add({ slug: "stalker", title: "S.T.A.L.K.E.R.: Shadow", popularity: 40 });
  await add({ slug: "touhou", title: "東方紅魔郷", popularity: 1 });
  await add({ slug: "quiet", title: "Quiet", popularity: 0 });
  await add({ slug: "quiet-place", title: "A Quiet Place", popularity: 5000 });
  await add({ slug: "hidden", title: "The Witcher Unannounced", status: "draft" });
});

async function find(q: string): Promise<string[]> {
  const page = await listGames(gameQuerySchema.parse({ q }), {}, database.db);
  return page.items.map(({ slug }) => slug);
}

describe("a search", () => {
  it.each([
    ["wicther", "witcher"],
    ["the wichter", "witcher"],
    ["witcher 3", "witcher"],
    ["WITCH", "witcher"],
    ["assassins creed", "assassins"],
    ["asassin creed", "assassins"],
    ["ubisoft", "assassins"],
    ["pokemon cafe", "pokemon"],
    ["POKÉMON", "pokemon"],
    ["pokemno", "pokemon"],
    ["halflife", "half-life"],
    ["half life", "half-life"],
    ["stalker", "stalker"],
    ["東方", "touhou"],
    ["紅魔", "touhou"],
    ["places", "quiet-place"],
  ])("for %j finds %s", async (q, slug) => {
    expect(await find(q)).toContain(slug);
  });

  it("puts the title that it is before better sold ones that hold it, and better sold ones first otherwise", async () => {
    expect(await find("quiet")).toEqual(["quiet", "quiet-place"]);
    expect((await find("wit"))[0]).toBe("witcher");
  });

  it("finds nothing by what nothing is like, and never a draft", async () => {
    expect(await find("zzqxj")).toEqual([]);
    expect(await find("unannounced")).toEqual([]);
  });

  it("offers games and words while somebody types, slips or not", async () => {
    const { games, terms } = await listSuggestions("ub", {}, database.db);
    expect(games.map(({ slug }) => slug)).toEqual(["assassins"]);
    expect(terms).toEqual([{ facet: "publisher", value: "Ubisoft", name: "Ubisoft" }]);
    expect((await listSuggestions("wicther", {}, database.db)).games[0]?.slug).toBe("witcher");
    const { games: some, terms: more } = await listSuggestions("p", {}, database.db);
    expect(some.length + more.length).toBeLessThanOrEqual(8);
  });
});

describe("what games are found by", () => {
  it("follows titles, publishers, genres and tags", async () => {
    const { db } = database;
    await db.game.update({ where: { id: ids.quiet }, data: { title: "Loud" } });
    await db.genre.update({ where: { slug: "puzzle" }, data: { name: "Brainteaser" } });
    await db.publisher.update({ where: { slug: "Ubisoft" }, data: { name: "Montreuil" } });
    const tag = await db.tag.create({ data: { slug: "cosy", name: "Cosy" } });
    await db.gameTag.create({ data: { gameId: ids["half-life"] ?? "", tagId: tag.id } });
    expect(await find("loud")).toEqual(["quiet"]);
    expect(await find("brainteaser")).toEqual(["pokemon"]);
    expect(await find("montreuil")).toEqual(["assassins"]);
    expect(await find("ubisoft")).toEqual([]);
    expect(await find("cosy")).toEqual(["half-life"]);
    await db.gameTag.deleteMany({ where: { tagId: tag.id } });
    expect(await find("cosy")).toEqual([]);
  });

  it("is true after parallel writes of one game in sessions of their own", async () => {
    const game = ids.witcher ?? "";
    const sessions = Array.from({ length: 8 }, () => createDb(database.url, { maxConnections: 1 }));
    const tags = await Promise.all(
      Array.from({ length: 40 }, (_, place) =>
        database.db.tag.create({ data: { slug: `parallel-${place}`, name: `Parallelword${place}` } }),
      ),
    );
    await Promise.all(
      tags.map(async (tag, place) => {
        const session = sessions[place % sessions.length] ?? database.db;
        await session.gameTag.create({ data: { gameId: game, tagId: tag.id } });
        if (place % 4 === 0) await session.game.update({ where: { id: game }, data: { developer: `Maker ${place}` } });
      }),
    );
    await Promise.all(sessions.map((session) => session.$disconnect()));
    for (const tag of tags) expect(await find(tag.name)).toEqual(["witcher"]);
    const [{ isTrue } = { isTrue: false }] = await database.db.$queryRaw<{ isTrue: boolean }[]>`
      SELECT bool_and(s.document = d.document AND s.title_key = d.title_key) AS "isTrue"
      FROM game_search s JOIN search_documents((SELECT array_agg(id) FROM games)) d ON d.game_id = s.game_id`;
    expect(isTrue).toBe(true);
  });
});
