import { beforeAll, describe, expect, it } from "vitest";
import { GET as getGameAccuracy } from "@/app/api/admin/games/[slug]/accuracy/route";
import { GET as getPublisherAccuracy } from "@/app/api/publisher/games/[slug]/accuracy/route";
import { recordForecasts } from "@/jobs/ledger/record";
import { scoreForecasts } from "@/jobs/ledger/score";
import { createFlatForecast, createLedgerGame, createModel } from "@/jobs/ledger/test-ledger";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Actor } from "@/lib/server/auth/actor";
import { createActor, requestAs } from "@/lib/server/sales/test-world";
import { gameAccuracySchema, storeAccuracySchema } from "@/lib/shared/ledger";
import { GET as getAccuracy } from "./route";

const database = useTestDatabase();
const actors: Partial<Record<"staff" | "member" | "shopper", Actor>> = {};

beforeAll(async () => {
  const { db } = database;
  const model = await createModel(db);
  const own = await createLedgerGame(db, "own", "one");
  await createLedgerGame(db, "other", "two");
  actors.staff = await createActor(db, "staff");
  actors.member = await createActor(db, "publisher");
  actors.shopper = await createActor(db, "shopper");
  const { publisherId } = await db.game.findUniqueOrThrow({ where: { id: own } });
  await db.publisherMember.create({ data: { publisherId, userId: actors.member.userId } });
  await recordForecasts(db, model, [createFlatForecast(own, { issuedThrough: "2026-03-01", predicted: 4, naive: 3 })]);
  await scoreForecasts(db, "2026-03-31");
});

type Who = keyof typeof actors | null;
type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

async function call(route: Route, who: Who, params: Record<string, string> = {}) {
  const request = await requestAs(who ? (actors[who] ?? null) : null, "/");
  const response = await route(request, { params: Promise.resolve(params) });
  return { status: response.status, body: await response.json() };
}

it("answers staff with schemas' own words and nothing else", async () => {
  const store = await call(getAccuracy, "staff");
  const game = await call(getGameAccuracy, "staff", { slug: "own" });
  expect([store.status, game.status]).toEqual([200, 200]);
  expect(storeAccuracySchema.strict().parse(store.body).issued?.windows[0]?.total?.days).toBe(28);
  expect(gameAccuracySchema.strict().parse(game.body).game).toEqual({ slug: "own", title: "OWN" });
});

it("answers a publisher for its own game, and hides another's as if there were none", async () => {
  const own = await call(getPublisherAccuracy, "member", { slug: "own" });
  expect([own.status, gameAccuracySchema.parse(own.body).issued?.weeks.length]).toEqual([200, 5]);
  const other = await call(getPublisherAccuracy, "member", { slug: "other" });
  expect(other.status).toBe(404);
  expect(other.body).toEqual((await call(getPublisherAccuracy, "member", { slug: "no-such-game" })).body);
});

describe.each([
  ["GET /api/admin/accuracy", getAccuracy, ["shopper", "member"]],
  ["GET /api/admin/games/[slug]/accuracy", getGameAccuracy, ["shopper", "member"]],
  ["GET /api/publisher/games/[slug]/accuracy", getPublisherAccuracy, ["shopper", "staff"]],
] as const)("%s", (_name, route, others) => {
  it("is 401 signed out and 404 for anybody else", async () => {
    expect((await call(route, null, { slug: "own" })).status).toBe(401);
    for (const other of others) expect((await call(route, other, { slug: "own" })).status).toBe(404);
  });
});
