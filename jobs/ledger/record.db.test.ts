import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { inTransaction } from "@/lib/server/db";
import { toDate } from "@/lib/shared/day";
import { recordBacktest, recordForecasts } from "./record";
import { createFlatForecast, createLedgerGame, createModel, setSold } from "./test-ledger";

const database = useTestDatabase();
const issuedThrough = "2026-03-10";
let model: string;
let gameId: string;

beforeAll(async () => {
  model = await createModel(database.db);
  gameId = await createLedgerGame(database.db, "saga");
});

const listRows = () => database.db.issuedForecast.findMany({ orderBy: { id: "asc" } });

describe("the ledger", () => {
  it("keeps what a model issued first for a game and day", async () => {
    const [first, second] = [4, 6].map((predicted) =>
      createFlatForecast(gameId, { issuedThrough, predicted, naive: 3 }),
    );
    if (!first || !second) throw new Error("two forecasts were made");
    expect(await recordForecasts(database.db, model, [first])).toBe(1);
    const rows = await listRows();
    expect(rows).toMatchObject([{ kind: "issued", source: "lstm", firstDay: toDate("2026-03-11") }]);
    expect(rows[0]?.cumulativeUpper.at(-1)).toBe(480);
    expect(await recordForecasts(database.db, model, [second])).toBe(0);
    expect(await listRows()).toEqual(rows);
  });

  it("keeps another model's forecast of the same day beside it, and a launch from the release on", async () => {
    const other = await createModel(database.db, "v2", "retired");
    const launch = createFlatForecast(gameId, { issuedThrough, predicted: 2, naive: 0, firstDay: "2026-07-01" });
    await recordForecasts(database.db, other, [
      createFlatForecast(gameId, { issuedThrough, predicted: 2, naive: 3 }),
      launch,
    ]);
    const rows = await database.db.issuedForecast.findMany({
      where: { modelVersionId: other },
      orderBy: { id: "asc" },
    });
    expect(rows).toMatchObject([{ kind: "issued" }, { kind: "launch", firstDay: toDate("2026-07-01") }]);
  });

  it("refuses to be changed, by any session", async () => {
    const { db } = database;
    const [row] = await listRows();
    const where = { id: row?.id ?? 0n };
    await expect(db.issuedForecast.update({ where, data: { source: "blend" } })).rejects.toThrow(/append-only/);
    await expect(db.issuedForecast.delete({ where })).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`UPDATE issued_forecasts SET predicted[1] = 9`).rejects.toThrow(/append-only/);
    await expect(db.game.delete({ where: { id: gameId } })).rejects.toThrow();
    expect(await db.issuedForecast.count()).toBe(3);
  });

  it("is not written when the transaction that serves the forecast fails", async () => {
    const before = await listRows();
    const forecast = createFlatForecast(gameId, { issuedThrough: "2026-03-11", predicted: 4, naive: 3 });
    const failing = inTransaction(database.db, async (tx) => {
      await recordForecasts(tx, model, [forecast]);
      throw new Error("killed");
    });
    await expect(failing).rejects.toThrow("killed");
    expect(await listRows()).toEqual(before);
  });

  it.each([
    ["59 days", (days: object[]) => days.slice(1)],
    ["no days", () => []],
    ["crossing quantiles", (days: object[]) => days.map((day, h) => (h === 30 ? { ...day, median: 9 } : day))],
    ["a negative number", (days: object[]) => days.map((day) => ({ ...day, lower: -1 }))],
    ["crossing totals", (days: object[]) => days.map((day) => ({ ...day, cumulativeUpper: 0 }))],
  ])("refuses a forecast with %s", async (_, spoil) => {
    const sound = createFlatForecast(gameId, { issuedThrough: "2026-03-12", predicted: 4, naive: 3 });
    const days = spoil([...sound.days]) as typeof sound.days;
    const record = async () => recordForecasts(database.db, model, [{ ...sound, days }]);
    await expect(record()).rejects.toThrow();
  });
});

describe("recordBacktest", () => {
  it("enters held-out forecasts once and scores them at once, and no others", async () => {
    const { db } = database;
    await setSold(db, gameId, "2026-02-02", 5);
    const forecasts = [createFlatForecast(gameId, { issuedThrough: "2026-02-01", predicted: 4, naive: 3 })];
    expect(await recordBacktest(db, model, { forecasts, trainedThrough: "2026-04-02" })).toBe(1);
    const scores = await db.forecastScore.findMany({ orderBy: { targetDay: "asc" } });
    expect(scores).toHaveLength(60);
    expect(scores[0]).toMatchObject({
      kind: "backtest",
      bucket: "near",
      soldUnits: 5,
      absError: 1n,
      naiveAbsError: 2n,
    });
    expect(await recordBacktest(db, model, { forecasts, trainedThrough: "2026-04-02" })).toBe(0);
    expect(await db.forecastScore.findMany({ orderBy: { targetDay: "asc" } })).toEqual(scores);
  });
});
