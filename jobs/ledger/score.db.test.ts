import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createDb } from "@/lib/server/db";
import { addDays, type Day, toDay } from "@/lib/shared/day";
import { recordForecasts } from "./record";
import { scoreForecasts } from "./score";
import { createFlatForecast, createLedgerGame, createModel, setSold } from "./test-ledger";

const database = useTestDatabase();
let model: string;
let gameId: string;
let made = 0;

/** Every test has a game and days of its own, before which all is scored. */
let start: Day;

beforeEach(async () => {
  made++;
  model = await createModel(database.db, `v${made}`, "retired");
  gameId = await createLedgerGame(database.db, `game-${made}`);
  start = addDays("2020-01-01", 200 * made);
  await scoreForecasts(database.db, start);
});

const day = (offset: number) => addDays(start, offset);

const issue = (offset: number, predicted: number, naive: number, other = gameId) =>
  recordForecasts(database.db, model, [createFlatForecast(other, { issuedThrough: day(offset), predicted, naive })]);

const listScores = async () => {
  const rows = await database.db.forecastScore.findMany({
    where: { gameId },
    orderBy: [{ targetDay: "asc" }, { bucket: "asc" }],
  });
  return rows.map(({ targetDay, pinball, ...row }) => ({ ...row, day: toDay(targetDay), pinball: Number(pinball) }));
};

describe("scoreForecasts", () => {
  it("gives the sums that a hand computes", async () => {
    await issue(0, 4, 3);
    await issue(1, 6, 1);
    await setSold(database.db, gameId, day(2), 9);
    expect(await scoreForecasts(database.db, day(2))).toEqual({ days: 2, scores: 2 });
    const scores = await listScores();
    // Day 1 sold nothing: band 2 to 8, quartiles 3 and 5, all above 0.
    // Pinball: (.9 × 2 + .75 × 3 + .5 × 4 + .25 × 5 + .1 × 8) / 5.
    expect(scores[0]).toMatchObject({ day: day(1), forecasts: 1, soldUnits: 0, predictedUnits: 4n, covered: 0 });
    expect(scores[0]).toMatchObject({ absError: 4n, naiveAbsError: 3n, pinball: 1.62 });
    // Day 2 sold 9: the first forecast's band ends at 8, the second's at 12.
    // Pinball: (.1 × 7 + .25 × 6 + .5 × 5 + .75 × 4 + .9 × 1) / 5 and (.1 × 6 + .25 × 4 + .5 × 3 + .75 × 2 + .1 × 3) / 5.
    expect(scores[1]).toMatchObject({ day: day(2), forecasts: 2, soldUnits: 9, predictedUnits: 10n, covered: 1 });
    expect(scores[1]).toMatchObject({ absError: 8n, naiveAbsError: 14n, pinball: 2.7 });
  });

  it("puts days 1 to 7, 8 to 28 and 29 to 60 into their buckets", async () => {
    await issue(0, 4, 3);
    await scoreForecasts(database.db, day(100));
    const scores = await listScores();
    expect(scores).toHaveLength(60);
    const days = (bucket: string) => scores.filter((one) => one.bucket === bucket).map((one) => one.day);
    expect([days("near").length, days("middle")[0], days("far")[0]]).toEqual([7, day(8), day(29)]);
    expect(days("far").at(-1)).toBe(day(60));
  });

  it("again for the same data changes nothing", async () => {
    await issue(0, 4, 3);
    await scoreForecasts(database.db, day(10));
    const before = await listScores();
    expect(await scoreForecasts(database.db, day(10))).toEqual({ days: 0, scores: 0 });
    expect(await scoreForecasts(database.db, day(5))).toEqual({ days: 0, scores: 0 });
    expect(await listScores()).toEqual(before);
  });

  it("scores a day again when an order or a forecast came late, and no other day", async () => {
    await issue(0, 4, 3);
    await scoreForecasts(database.db, day(10));
    await setSold(database.db, gameId, day(3), 7);
    expect(await scoreForecasts(database.db, day(10))).toEqual({ days: 1, scores: 1 });
    await setSold(database.db, gameId, day(3), 0);
    expect(await scoreForecasts(database.db, day(10))).toEqual({ days: 1, scores: 1 });
    await issue(8, 2, 2);
    expect(await scoreForecasts(database.db, day(10))).toEqual({ days: 2, scores: 2 });
    expect((await listScores()).filter(({ forecasts }) => forecasts === 2)).toHaveLength(0);
    expect((await listScores()).filter((one) => one.day === day(9)).map(({ bucket }) => bucket)).toEqual([
      "near",
      "middle",
    ]);
  });

  it("leaves out games whose sales are not whole until they are", async () => {
    const other = await createLedgerGame(database.db, `other-${made}`);
    await issue(0, 4, 3);
    await issue(0, 4, 3, other);
    expect(await scoreForecasts(database.db, day(1), { exceptGameIds: [gameId] })).toEqual({ days: 1, scores: 1 });
    expect(await listScores()).toEqual([]);
    expect(await scoreForecasts(database.db, day(1))).toEqual({ days: 1, scores: 1 });
    expect(await listScores()).toHaveLength(1);
  });

  it("gives the same rows when several score at once", async () => {
    for (let offset = 0; offset < 20; offset++) await issue(offset, 2 * (offset + 1), 3);
    for (let offset = 1; offset < 30; offset++) await setSold(database.db, gameId, day(offset), offset);
    const sessions = Array.from({ length: 4 }, () => createDb(database.url, { maxConnections: 2 }));
    await Promise.all(sessions.map((db) => scoreForecasts(db, day(30))));
    const together = await listScores();
    await Promise.all(sessions.map((db) => db.$disconnect()));
    await database.db.forecastScore.deleteMany({ where: { gameId } });
    await scoreForecasts(database.db, day(30));
    expect(together).toHaveLength(new Set(together.map((one) => `${one.day} ${one.bucket}`)).size);
    expect(together).toEqual(await listScores());
  });
});
