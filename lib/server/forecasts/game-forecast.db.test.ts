import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { addDays, type Day, toDate } from "@/lib/shared/day";
import type { Actor } from "../auth/actor";
import { getPublisherGameForecast, getSalesOverview, getStoreGameForecast, listStoreGameSales } from "../sales/queries";
import { createActor, createGame, createLiveModel, LAST_DAY } from "../sales/test-world";

const database = useTestDatabase();
let staff: Actor;
let member: Actor;

type Plan = { slug: string; publisher?: string; release: Day; units?: number[]; forecast?: number; keys?: number };

async function createReleased({ slug, publisher = "acme", release, units = [], forecast, keys = 0 }: Plan) {
  const { db } = database;
  const modelVersionId = (await db.modelVersion.findFirstOrThrow()).id;
  const plan = { slug, publisher, units, modelVersionId, ...(forecast === undefined ? {} : { forecast }) };
  const { id, publisherId } = await createGame(db, plan);
  await db.game.update({
    where: { id },
    data: {
      releaseDate: toDate(release),
      isSoldByKey: keys > 0,
      prices: { create: { currency: "USD", priceCents: 1999 } },
      genres: { create: { genre: { connect: { slug: "action" } } } },
      licenceKeys: { create: Array.from({ length: keys }, (_, index) => ({ code: `${slug}-${index}` })) },
    },
  });
  return { id, publisherId };
}

/** Moves a forecast to the days from a release on, as the pipeline does for a game not yet out, and enters it. */
async function moveToLaunch(gameId: string, release: Day) {
  const { db } = database;
  const rows = await db.forecastedSales.findMany({ where: { gameId } });
  const moved = rows.map((row) => ({ ...row, day: toDate(addDays(release, row.horizon - 1)) }));
  await db.forecastedSales.deleteMany({ where: { gameId } });
  await db.forecastedSales.createMany({ data: moved });
  const days = Array<number>(60).fill(5);
  const totals = days.map((units, h) => units * (h + 1));
  await db.issuedForecast.create({
    data: {
      gameId,
      issuedThrough: toDate(LAST_DAY),
      kind: "launch",
      source: "lstm",
      firstDay: toDate(release),
      modelVersionId: moved[0]?.modelVersionId ?? "",
      ...{ predicted: days, lower: days, lowerQuartile: days, median: days, upperQuartile: days, upper: days },
      ...{ cumulativeLower: totals, cumulativeUpper: totals, seasonalNaive: days },
    },
  });
}

/** Takes keys of a game at moments; null for one that is reserved, not sold yet. */
async function takeKeys(slug: string, moments: readonly (Date | null)[]) {
  const { db } = database;
  const { id: gameId } = await db.game.findUniqueOrThrow({ where: { slug } });
  const order = await db.order.create({
    data: {
      ...{ userId: staff.userId, currency: "USD", totalCents: 1999, idempotencyKey: "keys", requestHash: "keys" },
      items: { create: { gameId, listPriceCents: 1999, unitPriceCents: 1999 } },
    },
    include: { items: true },
  });
  const taken = { status: "sold", orderItemId: order.items[0]?.id ?? null } as const;
  for (const [index, soldAt] of moments.entries()) {
    await db.licenceKey.updateMany({ where: { code: `${slug}-${index}` }, data: { ...taken, soldAt } });
  }
}

beforeAll(async () => {
  const { db } = database;
  await createLiveModel(db);
  await db.genre.create({ data: { slug: "action", name: "Action" } });
  [staff, member] = [await createActor(db, "staff"), await createActor(db, "publisher")];
  const year = Array<number>(400).fill(1);
  const own = await createReleased({ slug: "old", release: "2024-01-01", units: year, forecast: 10, keys: 100 });
  await createReleased({ slug: "young", release: "2026-03-15", units: [3, 2], forecast: 5 });
  await createReleased({ slug: "ours", release: "2025-06-01", units: Array<number>(304).fill(2) });
  await createReleased({
    slug: "theirs",
    publisher: "other",
    release: "2025-06-01",
    units: Array<number>(304).fill(4),
  });
  await createReleased({ slug: "unsold", release: "2025-06-01" });
  const coming = await createReleased({ slug: "coming", release: "2026-07-01", forecast: 5 });
  await moveToLaunch(coming.id, "2026-07-01");
  await db.publisherMember.create({ data: { publisherId: own.publisherId, userId: member.userId } });
});

const forecastOf = async (slug: string) => {
  const { forecast } = await getStoreGameForecast(staff, slug, database.db);
  if (!forecast) throw new Error(`${slug} has no forecast`);
  return forecast;
};

describe("a game's forecast", () => {
  it("has the quantiles and running totals of each day, and names its forecaster", async () => {
    const { days, source, kind } = await forecastOf("old");
    expect(days[1]).toEqual({
      day: addDays(LAST_DAY, 2),
      units: 10,
      lowerUnits: 7,
      lowerQuartileUnits: 9,
      medianUnits: 10,
      upperQuartileUnits: 12,
      upperUnits: 14,
      cumulativeUnits: 20,
      cumulativeLowerUnits: 16,
      cumulativeUpperUnits: 26,
    });
    expect(source).toBe("lstm");
    expect(kind).toBe("regular");
  });

  it("says when the key pool runs out; a key sold or reserved since the first day was there then", async () => {
    const before = await forecastOf("old");
    expect(before.stockOut).toMatchObject({ state: "runs_out", keysLeft: 100, expectedDay: "2026-04-10" });
    expect(before.stockOut?.keysToOrder).toBe(60 * 13 - 100);
    await takeKeys("old", [null, new Date("2026-04-01T00:00:00Z"), new Date("2026-03-31T23:59:59Z")]);
    const { stockOut } = await forecastOf("old");
    expect(stockOut).toMatchObject({ keysLeft: 97, expectedDay: "2026-04-10", keysToOrder: 60 * 13 - 99 });
    expect((await forecastOf("young")).stockOut).toBeNull();
  });

  it("names similar games of a young one, whose launches the store saw", async () => {
    const { kind, similarGames } = await forecastOf("young");
    expect(kind).toBe("young");
    expect(similarGames.map(({ slug, launchUnits }) => [slug, launchUnits])).toEqual([
      ["ours", 60],
      ["theirs", 120],
    ]);
    expect(similarGames[0]?.reasons[0]).toMatchObject({ about: "genres", genres: [{ name: "Action" }] });
    expect((await forecastOf("old")).similarGames).toEqual([]);
  });

  it("tells a publisher nothing of what other publishers' games sold", async () => {
    const { forecast } = await getPublisherGameForecast(member, "young", database.db);
    expect(forecast?.similarGames.map(({ slug, launchUnits }) => [slug, launchUnits])).toEqual([
      ["ours", 60],
      ["theirs", null],
    ]);
  });
});

describe("a launch forecast", () => {
  it("begins on the release and says what data it was made from", async () => {
    const { kind, madeFrom, days, similarGames } = await forecastOf("coming");
    expect(kind).toBe("launch");
    expect(madeFrom).toBe(LAST_DAY);
    expect(days[0]?.day).toBe("2026-07-01");
    expect(similarGames.map(({ slug }) => slug)).toEqual(["ours", "theirs"]);
  });

  it("is no part of the store's next 60 days while it is further ahead", async () => {
    const { forecast, forecastGames, forecastDays } = await getSalesOverview(staff, database.db);
    expect([forecast?.units, forecastGames, forecastDays.length]).toEqual([900, 2, 60]);
    const query = { q: "coming", sort: "units", limit: 5 } as const;
    const { items } = await listStoreGameSales(staff, query, database.db);
    expect(items[0]?.forecast).toBeNull();
  });
});
