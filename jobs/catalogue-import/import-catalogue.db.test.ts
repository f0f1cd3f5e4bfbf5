import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { importCatalogue, StrictImportError } from "./import-catalogue";

const database = useTestDatabase();
let folder = "";

const HEADER =
  "appid,name,release_date,english,developer,publisher,platforms,required_age,categories,genres,steamspy_tags," +
  "achievements,positive_ratings,negative_ratings,average_playtime,median_playtime,owners,price";
const GOOD = `10,"Say ""Hi"", Bob",2000-11-01,1,Dev,Pub;Other,windows;mac,0,Single-player,Action;RPG,Action;FPS,0,90,10,1,1,1-2,7.19`;
const EMOJI = "20,東方 🎮,2010-01-02,1,Dev,Pub,linux,16,Co-op;Single-player,Strategy,,0,0,0,1,1,1-2,0.0";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kratos-import-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => database.db.$executeRaw`truncate games, publishers, genres, categories, tags, platforms cascade`);

async function runImport(
  name: string,
  content: string,
  options: { isStrict?: boolean; isTiered?: boolean; day?: string } = {},
) {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return importCatalogue({ databaseUrl: database.url, file, day: options.day ?? "2026-01-31", ...options });
}

function findGame(sourceId: string) {
  return database.db.game.findUniqueOrThrow({
    where: { source_sourceId: { source: "steam", sourceId } },
    include: {
      publisher: true,
      prices: true,
      priceHistory: { orderBy: { validFrom: "asc" } },
      genres: { include: { genre: true } },
      platforms: { include: { platform: true } },
      tags: { include: { tag: true }, orderBy: { weight: "desc" } },
      media: true,
    },
  });
}

test("loads the good rows, prices kept in GBP, and tells the line and reason of each bad one", async () => {
  const bad = [
    GOOD.replace("10,", "30,").replace("7.19", "seven"),
    GOOD.replace("10,", "31,").replace("2000-11-01", "2000-13-01"),
    GOOD.replace("10,", "10,"),
    "40,Short",
  ];
  const result = await runImport("mixed.csv", [HEADER, GOOD, ...bad, EMOJI].join("\n"));
  expect(result).toMatchObject({ created: 2, updated: 0, unchanged: 0 });
  expect(result.problems.map(({ place }) => place)).toEqual(["line 3", "line 4", "line 5", "line 6"]);
  expect(result.problems[0]?.problem).toContain("priceCents");
  expect(result.problems[1]?.problem).toContain("releaseDate");
  expect(result.problems[2]?.problem).toBe("app id 10 stands at line 2 already");
  expect(result.problems[3]?.problem).toContain("the row ends before release_date");

  const game = await findGame("10");
  expect(game).toMatchObject({ title: 'Say "Hi", Bob', slug: "say-hi-bob-10", currency: "GBP", status: "published" });
  expect(game).toMatchObject({ reviewCount: 100, positiveCount: 90, minimumAge: 0, publisher: { name: "Pub" } });
  expect(game.prices).toMatchObject([{ currency: "GBP", priceCents: 719 }]);
  expect(game.genres.map(({ genre }) => genre.slug).sort()).toEqual(["action", "rpg"]);
  expect(game.platforms.map(({ platform }) => platform.slug).sort()).toEqual(["macos", "windows"]);
  expect(game.tags.map(({ tag }) => tag.slug)).toEqual(["action", "fps"]);
  expect((await findGame("20")).slug).toMatch(/^n-[0-9a-f]{12}-20$/);
});

test("strict: one bad row and nothing is imported", async () => {
  const content = [HEADER, GOOD, "40,Short"].join("\n");
  await expect(runImport("strict.csv", content, { isStrict: true })).rejects.toThrow(StrictImportError);
  expect(await database.db.game.count()).toBe(0);
});

test("again changes nothing; a changed row changes its game only, and the price's history goes on", async () => {
  await runImport("again.csv", [HEADER, GOOD, EMOJI].join("\n"));
  const before = await findGame("20");
  expect(await runImport("again.csv", [HEADER, GOOD, EMOJI].join("\n"))).toMatchObject({ created: 0, unchanged: 2 });

  const cheaper = GOOD.replace("7.19", "3.50").replace("Action;RPG", "RPG");
  const result = await runImport("again.csv", [HEADER, cheaper, EMOJI].join("\n"), { day: "2026-03-01" });
  expect(result).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
  const game = await findGame("10");
  expect(game.prices).toMatchObject([{ priceCents: 350 }]);
  expect(
    game.priceHistory.map(({ validFrom, priceCents }) => [validFrom.toISOString().slice(0, 10), priceCents]),
  ).toEqual([
    ["2000-11-01", 719],
    ["2026-03-01", 350],
  ]);
  expect(game.genres.map(({ genre }) => genre.slug)).toEqual(["rpg"]);
  expect(await findGame("20")).toEqual(before);
});

test("with the shop's table a game has a price in each of its currencies, also one that was imported without", async () => {
  const pricesOf = async (sourceId: string) =>
    (await findGame(sourceId)).prices.map(({ currency, priceCents }) => `${priceCents} ${currency}`).toSorted();
  const content = [HEADER, GOOD, EMOJI].join("\n");
  await runImport("tiers.csv", content);
  expect(await pricesOf("10")).toEqual(["719 GBP"]);
  await runImport("tiers.csv", content, { isTiered: true });
  expect(await pricesOf("10")).toEqual(["1500 JPY", "3499 BRL", "719 GBP", "999 EUR", "999 USD"]);
  expect(await pricesOf("20")).toEqual(["0 BRL", "0 EUR", "0 GBP", "0 JPY", "0 USD"]);
  expect((await findGame("10")).priceHistory.map(({ currency }) => currency)).toHaveLength(5);
});

test("reads the FronkonGames JSON and links its pictures", async () => {
  const entry = {
    name: "Galactic <b>Bowling</b>",
    release_date: "Oct 21, 2008",
    price: 19.99,
    genres: ["Casual", "Indie"],
    categories: ["Single-player"],
    tags: { Indie: 22, Casual: 21 },
    developers: ["Perpetual FX"],
    publishers: [],
    header_image: "https://pictures.test/header.jpg",
    screenshots: ["https://pictures.test/1.jpg", "https://pictures.test/2.jpg"],
    windows: true,
    linux: true,
    positive: 6,
    negative: 11,
  };
  const bad = { ...entry, header_image: "javascript:alert(1)" };
  const result = await runImport("games.json", JSON.stringify({ 655370: entry, 655371: { name: 5 }, 655372: bad }));
  expect(result.created).toBe(1);
  expect(result.problems.map(({ place }) => place)).toEqual(['entry 2 ("655371")', 'entry 3 ("655372")']);
  const game = await findGame("655370");
  expect(game).toMatchObject({ currency: "USD", publisher: { name: "Perpetual FX" }, title: entry.name });
  expect(game.prices).toMatchObject([{ priceCents: 1999 }]);
  expect(game.media.map(({ kind }) => kind).sort()).toEqual(["cover", "screenshot", "screenshot"]);
});

test.each([
  ["header.csv", "appid,name\n1,x", /line 1: the header lacks release_date/],
  ["broken.json", '{"1": {"name": ', /broken\.json/],
  ["games.xml", "<games/>", /only \.csv and \.json/],
])("refuses %s as a whole", async (name, content, reason) => {
  await expect(runImport(name, content)).rejects.toThrow(reason);
  expect(await database.db.game.count()).toBe(0);
});

test("two imports at once make each game once", async () => {
  const content = [HEADER, GOOD, EMOJI].join("\n");
  const results = await Promise.all([runImport("a.csv", content), runImport("b.csv", content)]);
  expect(results.map(({ created }) => created).sort()).toEqual([0, 2]);
  expect(await database.db.game.count()).toBe(2);
});
