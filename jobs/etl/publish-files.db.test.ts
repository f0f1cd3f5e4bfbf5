import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { PIPELINE_TASKS } from "@/jobs/pipelines/dags";
import { runTasks, type TaskSurroundings } from "@/jobs/pipelines/test-context";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { readSalesSeries } from "@/jobs/train/read-series";
import { parseSalesCsv } from "./sales-csv";
import { WRITING_MARK_KEY } from "./sales-files";
import { parseSalesManifest, SALES_MANIFEST_KEY, salesCsvKey } from "./sales-manifest";
import { etlTasks } from "./tasks";
import { TestShop } from "./test-shop";

const database = useTestDatabase();
const TITLE = `"Quotes", commas;\nnew lines\r\n and 🎮, all of it`;
let shop: TestShop;

const run = (storage: MemoryStorage, day: string, more: Partial<TaskSurroundings> = {}) =>
  runTasks(PIPELINE_TASKS.etl, etlTasks, { db: database.db, storage, day, ...more });

const readCsv = async (storage: MemoryStorage, slug: string) =>
  parseSalesCsv(await storage.getText(salesCsvKey(shop.id(slug))), slug);

async function listEntries(storage: MemoryStorage): Promise<[string, string][]> {
  const { games } = parseSalesManifest(await storage.getText(SALES_MANIFEST_KEY));
  return games.map(({ slug, lastDay }) => [slug, lastDay]);
}

/** A bucket that takes no file of one game. */
function refuse(storage: MemoryStorage, slug: string): void {
  storage.put = async (key, body) => {
    if (key === salesCsvKey(shop.id(slug))) throw new Error("the disk is full");
    await MemoryStorage.prototype.put.call(storage, key, body);
  };
}

const allow = (storage: MemoryStorage) => {
  storage.put = MemoryStorage.prototype.put.bind(storage);
};

beforeAll(async () => {
  shop = await new TestShop(database.db).open();
  for (const slug of ["one", "two"]) {
    await shop.game({ slug, release: "2026-02-20" });
    for (const day of ["20", "24", "27"]) await shop.sell({ game: slug, at: `2026-02-${day}T10:00:00Z` });
  }
});

describe("a game whose file fails", () => {
  it("keeps the file it had, which readers leave out until the game is mended", async () => {
    const storage = new MemoryStorage();
    await run(storage, "2026-02-27");
    const before = await storage.getText(salesCsvKey(shop.id("two")));
    refuse(storage, "two");
    expect(await run(storage, "2026-02-28")).toMatchObject({ state: "succeeded_with_failures", counts: { failed: 1 } });
    expect(await listEntries(storage)).toEqual([
      ["one", "2026-02-28"],
      ["two", "2026-02-27"],
    ]);
    expect(await storage.getText(salesCsvKey(shop.id("two")))).toBe(before);
    const read = await readSalesSeries(storage, "2026-02-28");
    expect(read.series.map(({ slug }) => slug)).toEqual(["one"]);
    expect(read.failures).toEqual([
      expect.objectContaining({ slug: "two", error: expect.stringContaining("2026-02-27") }),
    ]);
    allow(storage);
    await run(storage, "2026-02-28");
    expect(await listEntries(storage)).toContainEqual(["two", "2026-02-28"]);
  });

  it("leaves the manifest as it was where every game's file fails", async () => {
    const storage = new MemoryStorage();
    await run(storage, "2026-02-27");
    const before = await storage.getText(SALES_MANIFEST_KEY);
    storage.put = async (key) => {
      throw new Error(`${key} is refused`);
    };
    expect((await run(storage, "2026-02-28")).state).toBe("failed");
    expect(await storage.getText(SALES_MANIFEST_KEY)).toBe(before);
  });
});

describe("the files of games that are gone", () => {
  it("are deleted after the manifest, also those that a killed run left behind", async () => {
    const storage = new MemoryStorage();
    const gameId = await shop.game({ slug: "gone", release: "2026-02-20" });
    const order = await shop.sell({ game: "gone", at: "2026-02-21T10:00:00Z" });
    await run(storage, "2026-02-27");
    await storage.put(salesCsvKey("an-orphan"), "date\n");
    await database.db.order.delete({ where: { id: order.id } });
    await database.db.game.delete({ where: { id: gameId } });
    await run(storage, "2026-02-27");
    expect([...storage.objects.keys()].sort()).toEqual(
      [SALES_MANIFEST_KEY, salesCsvKey(shop.id("one")), salesCsvKey(shop.id("two"))].sort(),
    );
  });
});

describe("a run for a day before the store's last one", () => {
  it("counts what came late, and leaves files and manifest on the last day", async () => {
    const storage = new MemoryStorage();
    await run(storage, "2026-03-01");
    const late = await shop.sell({ game: "one", at: "2026-02-25T23:59:59Z", quantity: 5 });
    await run(storage, "2026-02-26");
    expect(await listEntries(storage)).toEqual([
      ["one", "2026-03-01"],
      ["two", "2026-03-01"],
    ]);
    expect((await readCsv(storage, "one")).find(({ date }) => date === "2026-02-25")?.units).toBe(5);
    await database.db.order.delete({ where: { id: late.id } });
  });
});

describe("files under a run's own mark", () => {
  it("are trusted in its first attempt, and written again in another, which may follow a killed one", async () => {
    const storage = new MemoryStorage();
    await run(storage, "2026-02-27");
    const mark = JSON.stringify({ runId: "this", isTrusted: true });
    await storage.put(WRITING_MARK_KEY, mark);
    expect((await run(storage, "2026-02-27", { runId: "this" })).counts).toMatchObject({ written: 0, unchanged: 2 });
    await storage.put(WRITING_MARK_KEY, mark);
    const again = await run(storage, "2026-02-27", { runId: "this", attempt: 2 });
    expect(again.counts).toMatchObject({ written: 2, unchanged: 0 });
    await storage.put(WRITING_MARK_KEY, mark);
    expect((await run(storage, "2026-02-27", { runId: "another" })).counts).toMatchObject({ written: 2 });
  });
});

describe("poisoned games", () => {
  it("do not hurt the others, and one is mended by the run after its data", async () => {
    const { db } = database;
    const storage = new MemoryStorage();
    await shop.game({ slug: "title", title: TITLE, release: "2026-02-27" });
    await shop.game({ slug: "endless", release: "2026-02-20" });
    await shop.game({ slug: "absurd", release: "2026-02-20" });
    await shop.sell({ game: "title", at: "2026-02-27T00:00:00Z", quantity: 3, cents: 1999 });
    await shop.sell({ game: "endless", at: "2026-02-27T00:00:00Z" });
    await db.$executeRaw`UPDATE games SET release_date = '-infinity' WHERE slug = 'endless'`;
    const orders = [];
    for (let order = 0; order < 2; order += 1) {
      orders.push(await shop.sell({ game: "absurd", at: "2026-02-26T10:00:00Z", quantity: 2_147_483_647, cents: 90 }));
    }
    expect(await run(storage, "2026-02-27")).toMatchObject({ state: "succeeded_with_failures" });
    expect((await listEntries(storage)).map(([slug]) => slug)).toEqual(["one", "title", "two"]);
    // A series of one day, which the title does not reach.
    expect(await readCsv(storage, "title")).toMatchObject([
      { date: "2026-02-27", units: 3, revenueCents: 5997, daysSinceRelease: 0, launchBoost: true },
    ]);
    const again = await run(storage, "2026-02-27");
    expect(again.games.find(({ gameId }) => gameId === shop.id("absurd"))?.error).toBe(
      "4294967294 units on 2026-02-26 cannot be",
    );
    await db.order.update({
      where: { id: orders[0]?.id ?? "" },
      data: { items: { updateMany: { where: {}, data: { quantity: 2 } } } },
    });
    await db.order.delete({ where: { id: orders[1]?.id ?? "" } });
    await run(storage, "2026-02-27");
    expect((await readCsv(storage, "absurd")).map(({ units }) => units)).toEqual([0, 0, 0, 0, 0, 0, 2, 0]);
  });
});

describe("a night with an order that is not committed yet", () => {
  it("does not lose it: the next night counts its day", async () => {
    const { db } = database;
    const storage = new MemoryStorage();
    const pending = await shop.sell({ game: "two", at: "2026-02-27T10:00:00Z", status: "pending" });
    let letGo: () => void = () => undefined;
    let isWritten: () => void = () => undefined;
    const [held, written] = [
      new Promise<void>((resolve) => {
        letGo = resolve;
      }),
      new Promise<void>((resolve) => {
        isWritten = resolve;
      }),
    ];
    const settling = db.$transaction(async (tx) => {
      await tx.order.update({
        where: { id: pending.id },
        data: { status: "paid", paidAt: new Date("2026-02-28T23:59:59Z") },
      });
      isWritten();
      await held;
    });
    await written;
    await run(storage, "2026-02-28");
    letGo();
    await settling;
    expect((await readCsv(storage, "two")).at(-1)).toMatchObject({ date: "2026-02-28", units: 0 });
    await run(storage, "2026-03-01");
    expect((await readCsv(storage, "two")).find(({ date }) => date === "2026-02-28")?.units).toBe(1);
  });
});
