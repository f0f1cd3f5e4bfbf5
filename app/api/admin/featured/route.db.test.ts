import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Actor } from "@/lib/server/auth/actor";
import { createTestGame } from "@/lib/server/catalogue/test-catalogue";
import { createActor } from "@/lib/server/sales/test-world";
import { callRoute } from "../pipelines/test-calls";
import { GET as listCandidates } from "./candidates/route";
import { GET, PUT } from "./route";

const database = useTestDatabase();
let staff: Actor;
let shopper: Actor;

beforeAll(async () => {
  staff = await createActor(database.db, "staff");
  shopper = await createActor(database.db, "shopper");
  for (const slug of ["a", "b"]) await createTestGame(database.db, { slug });
});

const put = (who: Actor | null, body: unknown) => callRoute(PUT, { who, method: "PUT", body });
const slugs = (body: { items: { slug: string }[] }) => body.items.map(({ slug }) => slug);

describe("the stage's routes", () => {
  it("are there for staff alone", async () => {
    for (const route of [GET, listCandidates]) {
      expect((await callRoute(route, { who: null })).status).toBe(401);
      expect((await callRoute(route, { who: shopper })).status).toBe(404);
    }
    expect((await put(shopper, { slugs: ["a"], was: [] })).status).toBe(404);
    expect((await put(null, { slugs: ["a"], was: [] })).status).toBe(401);
  });

  it("set the order and answer with it, and with what it has become where it was changed meanwhile", async () => {
    const set = await put(staff, { slugs: ["b", "a"], was: [] });
    expect([set.status, slugs(set.body)]).toEqual([200, ["b", "a"]]);
    expect(slugs((await callRoute(GET, { who: staff })).body)).toEqual(["b", "a"]);
    expect(await put(staff, { slugs: ["a"], was: [] })).toMatchObject({ status: 409 });
    expect(await put(staff, { slugs: ["nowhere"], was: ["b", "a"] })).toMatchObject({
      status: 422,
      body: { error: { message: "There is no such game to put on the stage: nowhere" } },
    });
  });

  it.each([
    {},
    { slugs: ["a", "a"], was: [] },
    { slugs: ["A B"], was: [] },
    { slugs: Array.from({ length: 9 }, (_, index) => `game-${index}`), was: [] },
    { slugs: "a", was: [] },
  ])("refuse %j", async (body) => {
    expect((await put(staff, body)).status).toBe(422);
  });

  it("look for games by a text of any kind", async () => {
    for (const q of ["", "a", "%", "😀", "'; drop table games; --"]) {
      const path = `/api/admin/featured/candidates?q=${encodeURIComponent(q)}`;
      expect((await callRoute(listCandidates, { who: staff, path })).status).toBe(200);
    }
    for (const q of ["x".repeat(101), "a%00b"]) {
      const path = `/api/admin/featured/candidates?q=${q}`;
      expect((await callRoute(listCandidates, { who: staff, path })).status).toBe(422);
    }
  });
});
