import { beforeEach, describe, expect, it } from "vitest";
import { SALES_MANIFEST_KEY } from "@/jobs/etl/sales-manifest";
import { toDayNumber, toDayString } from "@/jobs/model/calendar";
import { findOpeningDay } from "@/jobs/model/series";
import { createSyntheticStore } from "@/jobs/model/synthetic-series";
import { MemoryStorage } from "./memory-storage";
import { readOneSeries, readSalesSeries } from "./read-series";
import { fillBucket } from "./synthetic-bucket";

const day = "2026-05-31";
const lastDay = toDayNumber(day);
const store = createSyntheticStore({ games: 4, days: 60, lastDay, seed: 2 });
let storage: MemoryStorage;

beforeEach(async () => {
  storage = new MemoryStorage();
  await fillBucket(storage, store, lastDay);
});

const textOf = (gameId: string) => storage.getText(`kratos/sales_data/${gameId}/sales_data.csv`);

describe("readSalesSeries", () => {
  it("reads what the ETL wrote, in the order of the slugs", async () => {
    const sales = await readSalesSeries(storage, day);
    expect(sales.failures).toEqual([]);
    expect(sales.series.map(({ slug }) => slug)).toEqual(["game-0", "game-1", "game-2", "game-3"]);
    const first = store[0];
    expect([...(sales.series[0]?.units ?? [])]).toEqual(
      [...(first?.units ?? [])].slice(-(sales.series[0]?.units.length ?? 0)),
    );
  });

  it("cuts the series at an earlier day and refuses a later one", async () => {
    const earlier = await readSalesSeries(storage, toDayString(lastDay - 10));
    expect(earlier.series.every(({ firstDay, units }) => firstDay + units.length - 1 === lastDay - 10)).toBe(true);
    await expect(readSalesSeries(storage, "2026-06-01")).rejects.toThrow(
      "end on 2026-05-31: run the ETL for 2026-06-01",
    );
  });

  it("reports a broken file by name and reads the others", async () => {
    await storage.put("kratos/sales_data/game-1/sales_data.csv", `${await textOf("game-1")}garbage`);
    storage.objects.delete("kratos/sales_data/game-2/sales_data.csv");
    const sales = await readSalesSeries(storage, day);
    expect(sales.series.map(({ slug }) => slug)).toEqual(["game-0", "game-3"]);
    expect(sales.failures.map(({ slug }) => slug)).toEqual(["game-1", "game-2"]);
    expect(sales.failures[0]?.error).toContain("game-1/sales_data.csv: the file does not match its hash");
  });

  it("does not go on without a single readable file", async () => {
    for (const { gameId } of store) await storage.put(`kratos/sales_data/${gameId}/sales_data.csv`, "");
    await expect(readSalesSeries(storage, day)).rejects.toThrow("None of the sales files can be used");
  });

  it("says so when the ETL has never run or left a broken manifest", async () => {
    await expect(readSalesSeries(new MemoryStorage(), day)).rejects.toThrow("run the ETL first");
    await storage.put(SALES_MANIFEST_KEY, "{}");
    await expect(readSalesSeries(storage, day)).rejects.toThrow("kratos/sales_data/manifest.json: version");
  });

  it("hashes the data, not the order of its files", async () => {
    const before = (await readSalesSeries(storage, day)).dataSha256;
    await fillBucket(storage, store.toReversed(), lastDay);
    expect((await readSalesSeries(storage, day)).dataSha256).toBe(before);
    await fillBucket(storage, createSyntheticStore({ games: 4, days: 60, lastDay, seed: 3 }), lastDay);
    expect((await readSalesSeries(storage, day)).dataSha256).not.toBe(before);
  });
});

describe("readOneSeries", () => {
  const read = (gameId: string, on = day) =>
    readOneSeries(storage, gameId, { day: on, openingDay: findOpeningDay(store) });

  it("reads the same as all at once, and no other file", async () => {
    const { series } = await readSalesSeries(storage, day);
    storage.objects.delete("kratos/sales_data/game-2/sales_data.csv");
    expect(await read("game-1")).toEqual(series.find(({ gameId }) => gameId === "game-1"));
    expect((await read("game-1", toDayString(lastDay - 10)))?.units).toHaveLength((series[1]?.units.length ?? 0) - 10);
  });

  it("is null for a game without a file, and refuses a changed one", async () => {
    expect(await read("nobody")).toBeNull();
    await storage.put("kratos/sales_data/game-1/sales_data.csv", "");
    await expect(read("game-1")).rejects.toThrow("does not match its hash");
  });
});
