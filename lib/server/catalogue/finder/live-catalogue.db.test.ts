import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Db } from "@/lib/server/db";
import { gameQuerySchema } from "@/lib/shared/catalogue-query";
import { createTestGame, createTestPromotion } from "../test-catalogue";
import { ChangeReader } from "./changes";
import { countFound, findGames } from "./find-games";
import { LiveCatalogue } from "./live-catalogue";

const database = useTestDatabase();
const now = new Date("2026-03-10T12:00:00Z");
const view = { now, currency: "USD" };
const ids: Record<string, string> = {};

beforeAll(async () => {
  for (const [place, slug] of ["quiet", "quiet-place", "quiet-storm"].entries()) {
    ids[slug] = await createTestGame(database.db, { slug, title: `The ${slug} game`, popularity: 10 - place });
  }
});

afterEach(() => {
  vi.useRealTimers();
});

async function find(catalogue: LiveCatalogue, fields: object): Promise<readonly string[]> {
  return (await findGames(catalogue, gameQuerySchema.parse(fields), view)).ids;
}

describe("what is written", () => {
  it("is found by a text that was asked for before", async () => {
    const { db } = database;
    const catalogue = new LiveCatalogue(db);
    const draft = await createTestGame(db, { slug: "draft", title: "A quiet draft", status: "draft" });
    expect(await find(catalogue, { q: "quiet" })).not.toContain(draft);
    await db.game.update({ where: { id: draft }, data: { status: "published" } });
    expect(await find(catalogue, { q: "quiet" })).toContain(draft);
    await db.game.update({ where: { id: ids["quiet-storm"] }, data: { popularity: 90_000 } });
    expect((await find(catalogue, { q: "quiet" }))[0]).toBe(ids["quiet-storm"]);
    await db.game.delete({ where: { id: draft } });
  });

  it("is found by a publisher that is as new as its first game", async () => {
    const catalogue = new LiveCatalogue(database.db);
    await catalogue.fresh(now);
    const debut = await createTestGame(database.db, { slug: "debut", publisher: "newcomers" });
    expect(await find(catalogue, { publisher: "newcomers" })).toEqual([debut]);
  });
});

describe("while everything is read again", () => {
  it("answers what many games were, then what they are", async () => {
    const { db } = database;
    const catalogue = new LiveCatalogue(db, 1);
    const old = await catalogue.fresh(now);
    const patience = { timeout: 20_000 };
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE languages IN ACCESS EXCLUSIVE MODE`;
      await db.publisher.update({ where: { slug: "testers" }, data: { name: "Renamed" } });
      expect(await catalogue.fresh(now)).toBe(old);
      expect(await catalogue.fresh(now)).toBe(old);
    }, patience);
    const added = await createTestGame(db, { slug: "meanwhile" });
    await vi.waitFor(async () => expect((await catalogue.fresh(now)).table.ordinalOf.has(added)).toBe(true), patience);
    expect(await catalogue.fresh(now)).not.toBe(old);
  });
});

describe("while the database does not answer", () => {
  it("answers what was true up to a minute ago, and what is true afterwards", async () => {
    let isDown = false;
    const $queryRaw = (...asked: Parameters<Db["$queryRaw"]>) =>
      isDown ? Promise.reject(new Error("down")) : database.db.$queryRaw(...asked);
    const db: Db = Object.create(database.db, { $queryRaw: { value: $queryRaw } });
    const catalogue = new LiveCatalogue(db);
    const before = await catalogue.fresh(now);
    isDown = true;
    expect(await catalogue.fresh(now)).toBe(before);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    await expect(catalogue.fresh(now)).rejects.toThrow("down");
    isDown = false;
    const added = await createTestGame(database.db, { slug: "afterwards" });
    expect((await catalogue.fresh(now)).table.ordinalOf.has(added)).toBe(true);
  });

  it("begins anew where the database that answers again knows less", async () => {
    const horizons = ["100", "100", "90"];
    const $queryRaw = async () => [{ horizon: horizons.shift(), changes: [] }];
    const db: Db = Object.create(database.db, { $queryRaw: { value: $queryRaw } });
    const reader = new ChangeReader();
    const answers = [await reader.read(db), await reader.read(db), await reader.read(db)];
    expect(answers.map(({ isEverything }) => isEverything)).toEqual([false, false, true]);
  });
});

describe("a cursor", () => {
  it("that names a time to come leaves the prices of others alone", async () => {
    const { db } = database;
    await createTestPromotion(db, ids.quiet ?? "", 50, {
      startsAt: new Date("2026-03-10T00:00:00Z"),
      endsAt: new Date("2026-03-11T00:00:00Z"),
    });
    const query = gameQuerySchema.parse({ limit: 1 });
    const { nextCursor } = await findGames(new LiveCatalogue(db), query, view);
    const position = JSON.parse(Buffer.from(nextCursor ?? "", "base64url").toString());
    const cursor = Buffer.from(JSON.stringify({ ...position, t: Date.UTC(2099, 0) })).toString("base64url");
    const catalogue = new LiveCatalogue(db);
    await findGames(catalogue, { ...query, cursor }, view);
    expect(await countFound(catalogue, gameQuerySchema.parse({ offer: "sale" }), view)).toMatchObject({ count: 1 });
  });
});
