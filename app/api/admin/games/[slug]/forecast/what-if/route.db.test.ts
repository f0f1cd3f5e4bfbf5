import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as publisherWhatIf from "@/app/api/publisher/games/[slug]/forecast/what-if/route";
import * as publisherWhy from "@/app/api/publisher/games/[slug]/forecast/why/route";
import { getForecasterCache } from "@/jobs/forecast/forecaster-cache";
import { runForecast } from "@/jobs/forecast/run";
import { createShop } from "@/jobs/forecast/synthetic-shop";
import { useTestDatabase } from "@/jobs/local/test-database";
import { LIVE_MODEL_KEY } from "@/jobs/model/artifact";
import { toDayNumber, toDayString } from "@/jobs/model/calendar";
import { findOpeningDay, type GameSeries } from "@/jobs/model/series";
import { createSyntheticStore } from "@/jobs/model/synthetic-series";
import { startTestBucket, type TestBucket } from "@/jobs/pipelines/test-bucket";
import { runTraining } from "@/jobs/train/run";
import { fillBucket } from "@/jobs/train/synthetic-bucket";
import { TEST_PLAN } from "@/jobs/train/test-plan";
import type { Actor } from "@/lib/server/auth/actor";
import { createActor, requestAs } from "@/lib/server/sales/test-world";
import { getStorage } from "@/lib/server/storage/s3-storage";
import { addDays, toDate } from "@/lib/shared/day";
import { FORECAST_SOURCES } from "@/lib/shared/forecast";
import { type PricePlan, type WhatIf, whatIfSchema } from "@/lib/shared/forecast-plan";
import { EFFECT_GROUPS, forecastWhySchema } from "@/lib/shared/forecast-why";
import * as storeWhy from "../why/route";
import * as storeWhatIf from "./route";

const day = "2026-05-31";
const lastDay = toDayNumber(day);
const database = useTestDatabase();
const actors: Record<string, Actor> = {};
let bucket: TestBucket;
let games: GameSeries[];
let slug: string;

type Who = "staff" | "member" | "outsider" | "shopper" | null;
type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

async function call(route: Route, who: Who, game: string, body?: unknown) {
  const request = await requestAs(who ? (actors[who] ?? null) : null, "/");
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await route(new Request(request, init), { params: Promise.resolve({ slug: game }) });
  return { status: response.status, body: await response.json() };
}

const sale: PricePlan = { discountPercent: 75, from: addDays(day, 5), through: addDays(day, 20) };
const ask = (change: Partial<PricePlan> = {}, game = slug, who: Who = "staff") =>
  call(storeWhatIf.POST, who, game, { plan: { ...sale, ...change } });

async function answer(change: Partial<PricePlan> = {}, game = slug): Promise<WhatIf> {
  const { status, body } = await ask(change, game);
  expect(status, JSON.stringify(body)).toBe(200);
  return whatIfSchema.parse(body);
}

const unitsIn = ({ days }: WhatIf["base"], { from, through }: PricePlan) =>
  days.filter((one) => from <= one.day && one.day <= through).reduce((sum, { units }) => sum + units, 0);

beforeAll(async () => {
  const { db } = database;
  bucket = await startTestBucket();
  Object.assign(process.env, bucket.env);
  const store = createSyntheticStore({ games: 8, days: 300, lastDay, seed: 6 });
  games = await createShop(db, store, { "never-sold": lastDay - 30, "out-next-month": lastDay + 30 });
  const [first] = games.toSorted((a, b) => b.units.length - a.units.length);
  slug = first?.slug ?? "";
  // The store's opening and its last day of data, as the ETL leaves them.
  const sold = { gameId: first?.gameId ?? "", units: 1, revenueCents: 1n };
  const ends = [findOpeningDay(games), lastDay];
  await db.dailySales.createMany({ data: ends.map((end) => ({ ...sold, day: toDate(toDayString(end)) })) });
  await fillBucket(bucket.storage, games, lastDay);
  await runTraining({ storage: bucket.storage, db, day, plan: TEST_PLAN });
  await runForecast({ storage: bucket.storage, db, day });
  actors.staff = await createActor(db, "staff");
  actors.member = await createActor(db, "publisher", "member");
  actors.outsider = await createActor(db, "publisher", "outsider");
  actors.shopper = await createActor(db, "shopper");
  const acme = await db.publisher.findUniqueOrThrow({ where: { slug: "acme" } });
  await db.publisherMember.create({ data: { publisherId: acme.id, userId: actors.member.userId } });
});
afterAll(() => bucket.stop());

describe("what if", () => {
  it("answers with the served forecast as the base plan", async () => {
    const { base } = await answer();
    const rows = await database.db.forecastedSales.findMany({ where: { game: { slug } }, orderBy: { day: "asc" } });
    expect(base.days.map(({ units, lowerUnits, upperUnits }) => [units, lowerUnits, upperUnits])).toEqual(
      rows.map(({ predictedUnits, lowerUnits, upperUnits }) => [predictedUnits, lowerUnits, upperUnits]),
    );
    expect(base.total.upperUnits).toBe(Math.max(base.total.units, rows.at(-1)?.cumulativeUpperUnits ?? 0));
  });

  it("sells more at a discount, at its price, and says what it adds", async () => {
    const { base, plan, difference, currency } = await answer();
    expect(unitsIn(plan, sale)).toBeGreaterThan(unitsIn(base, sale));
    expect(plan.days[10]).toMatchObject({ day: addDays(day, 11), paidCents: 500, discountPercent: 75 });
    expect(base.days[10]).toMatchObject({ paidCents: 1999, discountPercent: 0 });
    expect(difference.units.expected).toBe(plan.total.units - base.total.units);
    expect(difference.revenueCents.expected).toBe(plan.total.revenueCents - base.total.revenueCents);
    expect(difference.units.lower).toBeLessThan(difference.units.upper);
    expect(currency).toBe("USD");
  });

  it("borrows the network's effect where the best forecaster of the game cannot see prices", async () => {
    const { model } = await getForecasterCache(getStorage()).get();
    const gameId = games.find((game) => game.slug === slug)?.gameId ?? "";
    model.choices[gameId] = { rival: "seasonal_naive", share: 0, error: 2, rivalError: 1 };
    const { base, plan, source, cautions } = await answer();
    delete model.choices[gameId];
    expect(source).toBe("seasonal_naive");
    expect(base.days.slice(0, 53).map(({ units }) => units)).toEqual(base.days.slice(7).map(({ units }) => units));
    expect(unitsIn(plan, sale)).toBeGreaterThan(unitsIn(base, sale));
    expect(cautions[0]).toEqual({ about: "method", reason: "borrowed" });
  });

  it("warns of what was never seen", async () => {
    const never = await answer({ discountPercent: 87 });
    expect(never.cautions).toContainEqual(expect.objectContaining({ about: "discount", discountPercent: 87 }));
    const dear = await answer({ discountPercent: 0, priceCents: 89_900 });
    expect(dear.cautions).toContainEqual(expect.objectContaining({ about: "price", priceCents: 89_900 }));
    expect(dear.plan.days[10]).toMatchObject({ paidCents: 89_900, discountPercent: 0 });
  });

  it("lets a deeper published promotion hold, and does not see a draft", async () => {
    const { id: gameId } = await database.db.game.findUniqueOrThrow({ where: { slug } });
    const span = { startsAt: toDate(sale.from), endsAt: toDate(addDays(sale.from, 2)) };
    const promotion = await database.db.promotion.create({
      data: { name: "Deep", ...span, games: { create: { gameId, discountPercent: 90 } } },
    });
    expect((await answer()).plan.days[4]).toMatchObject({ discountPercent: 75 });
    await database.db.promotion.update({ where: { id: promotion.id }, data: { status: "published" } });
    const { plan, cautions } = await answer();
    expect(plan.days.slice(4, 7).map(({ discountPercent }) => discountPercent)).toEqual([90, 90, 75]);
    expect(cautions.map(({ about }) => about)).toContain("dates");
    await database.db.promotion.delete({ where: { id: promotion.id } });
  });

  it("answers for a game that never sold and for one that is not out, whose days begin on its release", async () => {
    expect((await answer({}, "never-sold")).plan.days).toHaveLength(60);
    const release = addDays(day, 30);
    const { plan, cautions } = await answer({ from: release, through: addDays(release, 6) }, "out-next-month");
    expect(plan.days[0]).toMatchObject({ day: release, discountPercent: 75 });
    expect(cautions[0]).toEqual({ about: "method", reason: "launch" });
  });

  it("names the field of days outside the forecast and of a plan that is none", async () => {
    for (const [change, field] of [
      [{ from: day }, "plan.from"],
      [{ through: addDays(day, 61) }, "plan.through"],
      [{ from: addDays(day, 30) }, "plan.through"],
      [{ discountPercent: 0 }, "plan.discountPercent"],
      [{ discountPercent: 1.5 }, "plan.discountPercent"],
      [{ priceCents: 0 }, "plan.priceCents"],
    ] as const) {
      const { status, body } = await ask(change);
      expect([status, body.error.code, Object.keys(body.error.fields)]).toEqual([422, "invalid_input", [field]]);
    }
  });
});

describe("why", () => {
  it("takes each day apart so that its parts add up", async () => {
    const { status, body } = await call(storeWhy.GET, "staff", slug);
    expect(status, JSON.stringify(body)).toBe(200);
    const { days, madeFrom, source } = forecastWhySchema.parse(body);
    expect([madeFrom, days.length, days[0]?.day]).toEqual([day, 60, addDays(day, 1)]);
    expect(FORECAST_SOURCES).toContain(source);
    for (const { level, effects, forecast } of days) {
      const sum = EFFECT_GROUPS.reduce((total, group) => total + effects[group], level);
      expect(sum).toBeCloseTo(forecast, 6);
    }
  });
});

describe("who may ask", () => {
  it.each([
    ["what if", storeWhatIf.POST, publisherWhatIf.POST, { plan: sale }],
    ["why", storeWhy.GET, publisherWhy.GET, undefined],
  ])("%s: staff, and the people of the game's publisher", async (_name, store, publisher, body) => {
    const asked = (route: Route, who: Who, game = slug) => call(route, who, game, body).then(({ status }) => status);
    expect(await asked(publisher, "member")).toBe(200);
    expect(await asked(publisher, "outsider")).toBe(404);
    expect(await asked(publisher, "shopper")).toBe(404);
    expect(await asked(publisher, null)).toBe(401);
    expect(await asked(store, "member")).toBe(404);
    expect(await asked(store, "shopper")).toBe(404);
    expect(await asked(store, null)).toBe(401);
    expect(await asked(store, "staff", "no-such-game")).toBe(404);
  });

  it("limits how often one account asks", async () => {
    const limited = await createActor(database.db, "staff", "limited");
    actors.limited = limited;
    const refused = { status: 429, body: { error: { code: "rate_limited" } } };
    const answers = [];
    for (let asked = 0; asked < 121; asked++) answers.push(await ask({}, "no-such-game", "limited" as Who));
    expect(answers.at(119)?.status).toBe(404);
    expect(answers.at(120)).toMatchObject(refused);
  });
});

describe("what stands in the way", () => {
  it("is a conflict in words where the game has no forecast", async () => {
    await database.db.forecastedSales.deleteMany({ where: { game: { slug: "never-sold" } } });
    for (const { status, body } of [await ask({}, "never-sold"), await call(storeWhy.GET, "staff", "never-sold")]) {
      expect([status, body.error]).toEqual([
        409,
        { code: "conflict", message: expect.stringContaining("no forecast") },
      ]);
    }
  });

  it("is unavailable while the game's file is being written", async () => {
    const gameId = games.find((game) => game.slug === slug)?.gameId;
    const key = `kratos/sales_data/${gameId}/sales_data.csv`;
    const intact = await bucket.storage.get(key);
    await bucket.storage.put(key, "half a fi");
    expect((await ask()).body.error).toMatchObject({ code: "unavailable" });
    await bucket.storage.put(key, intact);
    await answer();
  });

  it("is a conflict in words where no model was trained", async () => {
    const empty = await startTestBucket();
    for (const key of await bucket.storage.list("kratos/sales_data/")) {
      await empty.storage.put(key, await bucket.storage.get(key));
    }
    expect(await empty.storage.find(LIVE_MODEL_KEY)).toBeNull();
    const shared = globalThis as typeof globalThis & { kratosStorage?: unknown };
    const before = shared.kratosStorage;
    shared.kratosStorage = empty.storage;
    expect((await ask()).body.error).toEqual({
      code: "conflict",
      message: expect.stringContaining("no trained model"),
    });
    shared.kratosStorage = before;
    await empty.stop();
  });
});
