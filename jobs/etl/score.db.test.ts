import { beforeAll, expect, it } from "vitest";
import { recordForecasts } from "@/jobs/ledger/record";
import { createFlatForecast, createModel } from "@/jobs/ledger/test-ledger";
import { useTestDatabase } from "@/jobs/local/test-database";
import { PIPELINE_TASKS } from "@/jobs/pipelines/dags";
import { runTasks } from "@/jobs/pipelines/test-context";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { toDay } from "@/lib/shared/day";
import { salesCsvKey } from "./sales-manifest";
import { etlTasks } from "./tasks";
import { TestShop } from "./test-shop";

const database = useTestDatabase();
const storage = new MemoryStorage();
let shop: TestShop;

beforeAll(async () => {
  const { db } = database;
  shop = await new TestShop(db).open();
  for (const slug of ["saga", "quest"]) {
    await shop.game({ slug, release: "2026-03-01" });
    await shop.sell({ game: slug, at: "2026-03-02T10:00:00Z", quantity: 3 });
  }
  const plan = { issuedThrough: "2026-03-01", predicted: 4, naive: 1 };
  await recordForecasts(db, await createModel(db), [
    createFlatForecast(shop.id("saga"), plan),
    createFlatForecast(shop.id("quest"), plan),
  ]);
});

/** Runs the ETL; gives the counts of its step that scores, none where it scored nothing. */
async function runEtl(day: string, slug: string | null = null) {
  const around = { db: database.db, storage, day, gameSlugs: slug === null ? null : [slug] };
  const { tasks } = await runTasks(PIPELINE_TASKS.etl, etlTasks, around);
  return tasks.find(({ name }) => name === "score")?.counts;
}

async function listScores(slug: string) {
  const where = { gameId: shop.id(slug) };
  const rows = await database.db.forecastScore.findMany({ where, orderBy: { targetDay: "asc" } });
  return rows.map(({ targetDay, soldUnits }) => [toDay(targetDay), soldUnits]);
}

it("scores nothing for one game's run before there is a whole day", async () => {
  expect(await runEtl("2026-03-03", "saga")).toEqual({});
});

it("scores the days that came, a game whose file failed when its sales are whole", async () => {
  const put = storage.put.bind(storage);
  storage.put = async (key, body) => {
    if (key === salesCsvKey(shop.id("quest"))) throw new Error("the disk is full");
    await put(key, body);
  };
  expect(await runEtl("2026-03-03")).toEqual({ days: 2, scores: 2, flagged: 0 });
  storage.put = put;
  expect(await listScores("quest")).toEqual([]);
  expect(await runEtl("2026-03-03")).toEqual({ days: 2, scores: 2, flagged: 0 });
  const expected = [
    ["2026-03-02", 3],
    ["2026-03-03", 0],
  ];
  expect([await listScores("saga"), await listScores("quest")]).toEqual([expected, expected]);
});

it("takes a late order in, and leaves a day to come alone until all games have it", async () => {
  await shop.sell({ game: "saga", at: "2026-03-03T10:00:00Z" });
  expect(await runEtl("2026-03-04", "saga")).toEqual({ days: 1, scores: 1, flagged: 0 });
  expect((await listScores("saga")).at(-1)).toEqual(["2026-03-03", 1]);
  expect(await runEtl("2026-03-04")).toEqual({ days: 1, scores: 2, flagged: 0 });
});
