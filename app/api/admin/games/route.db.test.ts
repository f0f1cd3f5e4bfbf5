import { beforeAll, describe, expect, it } from "vitest";
import { GET as getOverview } from "@/app/api/admin/overview/route";
import { GET as getPublisherForecast } from "@/app/api/publisher/games/[slug]/forecast/route";
import { GET as listPublisherGames } from "@/app/api/publisher/games/route";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Actor } from "@/lib/server/auth/actor";
import { createActor, createGame, createLiveModel, requestAs } from "@/lib/server/sales/test-world";
import { gameForecastSchema } from "@/lib/shared/forecast";
import { gameSalesPageSchema } from "@/lib/shared/sales";
import { GET as getForecast } from "./[slug]/forecast/route";
import { GET as listGames } from "./route";

const database = useTestDatabase();
const actors: Partial<Record<"staff" | "member" | "shopper", Actor>> = {};

beforeAll(async () => {
  const { db } = database;
  const modelVersionId = await createLiveModel(db);
  actors.staff = await createActor(db, "staff");
  actors.member = await createActor(db, "publisher");
  actors.shopper = await createActor(db, "shopper");
  const own = await createGame(db, { slug: "own", publisher: "one", units: [3, 2], forecast: 4, modelVersionId });
  await createGame(db, { slug: "other", publisher: "two", units: [9], forecast: 8, modelVersionId });
  await db.publisherMember.create({ data: { publisherId: own.publisherId, userId: actors.member.userId } });
});

type Who = keyof typeof actors | null;
type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

async function call(route: Route, who: Who, path: string, params: Record<string, string> = {}) {
  const response = await route(await requestAs(who ? (actors[who] ?? null) : null, path), {
    params: Promise.resolve(params),
  });
  return { status: response.status, body: await response.json() };
}

describe.each([
  ["GET /api/admin/games", listGames, "/api/admin/games", {}],
  ["GET /api/admin/games/[slug]/forecast", getForecast, "/api/admin/games/own/forecast", { slug: "own" }],
  ["GET /api/admin/overview", getOverview, "/api/admin/overview", {}],
])("%s", (_name, route, path, params) => {
  it("is for staff only: 401 signed out, 404 for a shopper and a publisher", async () => {
    expect((await call(route, "staff", path, params)).status).toBe(200);
    expect((await call(route, null, path, params)).status).toBe(401);
    expect((await call(route, "shopper", path, params)).status).toBe(404);
    const refused = await call(route, "member", path, params);
    expect([refused.status, refused.body.error.code]).toEqual([404, "not_found"]);
  });
});

describe("GET /api/publisher/games", () => {
  it("lists the member's own games and no other", async () => {
    const { status, body } = await call(listPublisherGames, "member", "/api/publisher/games");
    expect(status).toBe(200);
    expect(gameSalesPageSchema.parse(body).items.map(({ slug }) => slug)).toEqual(["own"]);
  });

  it("is 401 signed out and 404 for who is no publisher", async () => {
    expect((await call(listPublisherGames, null, "/api/publisher/games")).status).toBe(401);
    expect((await call(listPublisherGames, "shopper", "/api/publisher/games")).status).toBe(404);
    expect((await call(listPublisherGames, "staff", "/api/publisher/games")).status).toBe(404);
  });
});

describe("GET /api/publisher/games/[slug]/forecast", () => {
  it("answers for one's own game", async () => {
    const { status, body } = await call(getPublisherForecast, "member", "/", { slug: "own" });
    expect(status).toBe(200);
    expect(gameForecastSchema.parse(body).forecast?.days).toHaveLength(60);
  });

  it("hides another publisher's game as if there were none", async () => {
    const other = await call(getPublisherForecast, "member", "/", { slug: "other" });
    const missing = await call(getPublisherForecast, "member", "/", { slug: "no-such-game" });
    expect(other.status).toBe(404);
    expect(other.body).toEqual(missing.body);
  });
});

describe("the query", () => {
  it.each(["limit=0", "limit=1000000000", "sort=password", "order=up", "cursor=broken"])("%s is 422", async (query) => {
    const { status, body } = await call(listGames, "staff", `/api/admin/games?${query}`);
    expect([status, body.error.code]).toEqual([422, "invalid_input"]);
  });

  it("a slug that cannot be one is 404", async () => {
    expect((await call(getForecast, "staff", "/", { slug: "../own" })).status).toBe(404);
  });
});

it("strips columns that the output schema does not name", async () => {
  const { body } = await call(getForecast, "staff", "/", { slug: "own" });
  expect(Object.keys(body.game).toSorted()).toEqual(["currency", "publisher", "releaseDate", "slug", "title"]);
  const list = await call(listGames, "staff", "/api/admin/games");
  expect(list.body.items[0]).not.toHaveProperty("id");
});
