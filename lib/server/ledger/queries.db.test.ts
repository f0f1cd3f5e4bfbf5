import { beforeAll, describe, expect, it } from "vitest";
import { recordBacktest, recordForecasts } from "@/jobs/ledger/record";
import { scoreForecasts } from "@/jobs/ledger/score";
import { createFlatForecast, createLedgerGame, createModel, setSold } from "@/jobs/ledger/test-ledger";
import { useTestDatabase } from "@/jobs/local/test-database";
import { addDays, toDate } from "@/lib/shared/day";
import type { Actor } from "../auth/actor";
import { createActor } from "../sales/test-world";
import { getPublisherGameAccuracy, getStoreAccuracy, getStoreGameAccuracy } from "./queries";

const database = useTestDatabase();
const LAST = "2026-03-31";
const START = addDays(LAST, -14);
let staff: Actor;
let member: Actor;
let shopper: Actor;
let bad: string;

async function train(day: string): Promise<void> {
  const run = {
    pipeline: "train",
    trigger: "cli",
    state: "succeeded",
    day: toDate(day),
    finishedAt: new Date(),
  } as const;
  await database.db.pipelineRun.create({ data: run });
}

beforeAll(async () => {
  const { db } = database;
  staff = await createActor(db, "staff");
  member = await createActor(db, "publisher");
  shopper = await createActor(db, "shopper");
  const model = await createModel(db);
  // Both sell 10 a day; the one is forecast at 10 beside a naive 8, the other at 16 beside a naive 12.
  const good = await createLedgerGame(db, "good", "one");
  bad = await createLedgerGame(db, "bad", "two");
  const fresh = await createLedgerGame(db, "fresh", "one");
  await db.game.update({ where: { id: fresh }, data: { releaseDate: toDate(addDays(LAST, -1)) } });
  const { publisherId } = await db.game.findUniqueOrThrow({ where: { id: good } });
  await db.publisherMember.create({ data: { publisherId, userId: member.userId } });
  for (let ago = 0; ago < 74; ago++) for (const game of [good, bad]) await setSold(db, game, addDays(LAST, -ago), 10);
  await setSold(db, fresh, LAST, 3);
  await recordForecasts(db, model, [
    createFlatForecast(good, { issuedThrough: START, predicted: 10, naive: 8 }),
    createFlatForecast(bad, { issuedThrough: START, predicted: 16, naive: 12 }),
    createFlatForecast(fresh, { issuedThrough: START, predicted: 50, naive: 0, firstDay: addDays(LAST, -1) }),
    createFlatForecast(fresh, {
      issuedThrough: addDays(LAST, -2),
      predicted: 2,
      naive: 0,
      firstDay: addDays(LAST, -1),
    }),
  ]);
  const held = createFlatForecast(good, { issuedThrough: addDays(LAST, -60), predicted: 12, naive: 10 });
  await recordBacktest(db, model, { forecasts: [held], trainedThrough: LAST });
  await scoreForecasts(db, LAST);
});

describe("a game's accuracy", () => {
  it("has what was served and what was held out, apart", async () => {
    const { game, issued, backtest, launch, flag } = await getStoreGameAccuracy(staff, "good", database.db);
    expect(game).toEqual({ slug: "good", title: "GOOD" });
    expect(issued?.windows[0]?.total).toMatchObject({ days: 14, meanAbsError: 0, naiveMeanAbsError: 2, coverage: 1 });
    expect(issued?.windows[0]?.buckets).toMatchObject({ near: { days: 7 }, middle: { days: 7 }, far: null });
    expect(issued?.weeks.map(({ through, bias }) => [through, bias])).toEqual([
      [addDays(LAST, -7), 0],
      [LAST, 0],
    ]);
    expect(backtest?.windows[1]?.total).toMatchObject({ days: 60, meanAbsError: 2, errorRatio: null });
    expect([launch, flag]).toEqual([null, null]);
  });

  it("sets the last forecast before a release beside what was sold since", async () => {
    const { launch, issued } = await getStoreGameAccuracy(staff, "fresh", database.db);
    expect(launch).toMatchObject({ issuedThrough: addDays(LAST, -2), days: 2, predictedUnits: 4, soldUnits: 3 });
    expect(issued).toBeNull();
  });

  it("is there for the publisher's member and for staff, and for nobody else", async () => {
    const { db } = database;
    expect((await getPublisherGameAccuracy(member, "good", db)).game.slug).toBe("good");
    const missing = { code: "not_found" };
    await expect(getPublisherGameAccuracy(member, "bad", db)).rejects.toMatchObject(missing);
    await expect(getPublisherGameAccuracy(staff, "good", db)).rejects.toMatchObject(missing);
    await expect(getPublisherGameAccuracy(shopper, "good", db)).rejects.toMatchObject(missing);
    await expect(getStoreGameAccuracy(member, "good", db)).rejects.toMatchObject(missing);
    await expect(getStoreAccuracy(member, db)).rejects.toMatchObject(missing);
  });
});

describe("the store's accuracy", () => {
  it("sums over games, and asks for training until one has seen the two lost weeks", async () => {
    const { db } = database;
    await train(addDays(LAST, -1));
    const before = await getStoreAccuracy(staff, db);
    expect(before.issued?.windows[0]?.total).toMatchObject({
      days: 14,
      forecasts: 28,
      meanAbsError: 3,
      errorRatio: 1.5,
    });
    expect(before.flagged).toEqual([
      {
        slug: "bad",
        title: "BAD",
        publisher: { slug: "two", name: "two" },
        from: addDays(LAST, -13),
        through: LAST,
        meanAbsError: 6,
        naiveMeanAbsError: 2,
        isRetrained: false,
      },
    ]);
    expect(before.retraining).toEqual({ isAsked: true, trainedThrough: addDays(LAST, -1) });
    expect((await getStoreGameAccuracy(staff, "bad", db)).flag).toMatchObject({ meanAbsError: 6, isRetrained: false });
    await train(LAST);
    expect((await getStoreAccuracy(staff, db)).retraining).toEqual({ isAsked: false, trainedThrough: LAST });
  });

  it("takes a flag back after one better week", async () => {
    const { db } = database;
    for (let ago = 0; ago < 7; ago++) await setSold(db, bad, addDays(LAST, -ago), 15);
    await scoreForecasts(db, LAST);
    expect((await getStoreAccuracy(staff, db)).flagged).toEqual([]);
  });
});
