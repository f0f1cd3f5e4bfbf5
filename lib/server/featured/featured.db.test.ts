import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createTestGame } from "../catalogue/test-catalogue";
import { setFeatured } from "./commands";
import { listCandidates, listFeaturedGames } from "./queries";

const database = useTestDatabase();
let actor: { userId: string };
let loggedBefore = 0n;

const slugs = (games: readonly { slug: string }[]) => games.map(({ slug }) => slug);
const stage = async () => slugs(await listFeaturedGames(database.db));

const listLogged = () => database.db.auditLog.findMany({ where: { id: { gt: loggedBefore } }, orderBy: { id: "asc" } });

/** Puts games on the stage, whatever is there. */
async function put(wanted: string[]): Promise<string[]> {
  return slugs(await setFeatured(actor, { slugs: wanted, was: await stage() }, database.db));
}

beforeAll(async () => {
  const { db } = database;
  const user = await db.user.create({ data: { email: "staff@example.com", name: "Stefan", role: "staff" } });
  actor = { userId: user.id };
  for (const [index, slug] of ["a", "b", "c", "d"].entries()) {
    await createTestGame(db, { slug, title: `Game ${slug}`, popularity: index });
  }
  await createTestGame(db, { slug: "draft", title: "Game draft", status: "draft" });
  const base = await db.game.findUniqueOrThrow({ where: { slug: "a" } });
  await createTestGame(db, { slug: "extra", title: "Game extra", kind: "dlc", baseGameId: base.id });
});

beforeEach(async () => {
  await database.db.game.updateMany({ data: { featuredRank: null } });
  // The log only grows.
  const last = await database.db.auditLog.findFirst({ orderBy: { id: "desc" } });
  loggedBefore = last?.id ?? 0n;
});

describe("setFeatured", () => {
  it("adds, moves and takes off, in one order from 1 on, and writes down who did what", async () => {
    expect(await put(["b", "a"])).toEqual(["b", "a"]);
    expect(await put(["a", "c", "b"])).toEqual(["a", "c", "b"]);
    expect(await put(["c"])).toEqual(["c"]);
    const { db } = database;
    expect((await db.game.findUniqueOrThrow({ where: { slug: "c" } })).featuredRank).toBe(1);
    const entries = await listLogged();
    expect(entries.map(({ action, actorId, data }) => [action, actorId, data])).toEqual([
      ["featured.changed", actor.userId, { was: [], now: ["b", "a"] }],
      ["featured.changed", actor.userId, { was: ["b", "a"], now: ["a", "c", "b"] }],
      ["featured.changed", actor.userId, { was: ["a", "c", "b"], now: ["c"] }],
    ]);
  });

  it("undoes a change by the order before it", async () => {
    await put(["a", "b", "c"]);
    await put(["a", "c"]);
    expect(await put(["a", "b", "c"])).toEqual(["a", "b", "c"]);
  });

  it("writes nothing for the order that stands, and does not say that a game was edited", async () => {
    const { db } = database;
    const before = await db.game.findUniqueOrThrow({ where: { slug: "a" } });
    await put(["a", "b"]);
    await put(["a", "b"]);
    expect(await listLogged()).toHaveLength(1);
    expect((await db.game.findUniqueOrThrow({ where: { slug: "a" } })).updatedAt).toEqual(before.updatedAt);
  });

  it.each(["draft", "extra", "nowhere"])("refuses %s, and changes nothing", async (slug) => {
    await put(["a"]);
    await expect(put(["a", slug])).rejects.toMatchObject({ code: "invalid_input" });
    expect(await stage()).toEqual(["a"]);
  });

  it("keeps a game that was withdrawn until it is taken off", async () => {
    await put(["a", "b"]);
    await database.db.game.update({ where: { slug: "b" }, data: { status: "delisted" } });
    expect(await put(["b", "a"])).toEqual(["b", "a"]);
    expect((await listFeaturedGames(database.db))[0]).toMatchObject({ slug: "b", isShown: false });
    await put(["a"]);
    await expect(put(["b", "a"])).rejects.toMatchObject({ code: "invalid_input" });
    await database.db.game.update({ where: { slug: "b" }, data: { status: "published" } });
  });

  it("refuses an order that was made from another one than stands now", async () => {
    await put(["a", "b"]);
    const stale = setFeatured(actor, { slugs: ["c"], was: ["a"] }, database.db);
    await expect(stale).rejects.toMatchObject({ code: "conflict" });
    expect(await stage()).toEqual(["a", "b"]);
  });

  it("lets one of many at the same time win; the others are refused, and nothing is mixed", async () => {
    await put(["a"]);
    const orders = Array.from({ length: 12 }, (_, index) => [["b", "a"], ["a", "c"], ["d"]][index % 3] ?? []);
    const results = await Promise.allSettled(
      orders.map((wanted) => setFeatured(actor, { slugs: wanted, was: ["a"] }, database.db)),
    );
    const won = results.flatMap((result, index) => (result.status === "fulfilled" ? [orders[index]] : []));
    expect(won).toHaveLength(1);
    expect(await stage()).toEqual(won[0]);
    expect(await listLogged()).toHaveLength(2);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
    }
  });
});

describe("listCandidates", () => {
  it("finds published base games that are not on the stage, best sold first; wildcards are plain text", async () => {
    await put(["d"]);
    expect(slugs(await listCandidates("GAME", database.db))).toEqual(["c", "b", "a"]);
    expect(await listCandidates("%", database.db)).toEqual([]);
    expect(await listCandidates("nothing", database.db)).toEqual([]);
  });
});
