import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sending, TestBrowser } from "@/app/api/test-browser";
import { useTestDatabase } from "@/jobs/local/test-database";
import { startTestBucket, type TestBucket } from "@/jobs/pipelines/test-bucket";
import { createBuild, createLibrary } from "@/lib/server/library/test-library";
import { GET as download } from "./builds/[id]/download/route";
import { PATCH as changeGames } from "./collections/[id]/games/route";
import { DELETE as deleteCollection, PATCH as renameCollection } from "./collections/[id]/route";
import { POST as createCollection, GET as listCollections } from "./collections/route";
import { GET as listLibrary } from "./route";

const database = useTestDatabase();
let bucket: TestBucket;

beforeAll(async () => {
  bucket = await startTestBucket();
  Object.assign(process.env, bucket.env);
});
afterAll(() => bucket.stop());

async function createOwner(titles: string[]) {
  const library = await createLibrary(database.db, titles);
  return { ...library, browser: await new TestBrowser().signIn(library.owner) };
}

const make = (body: unknown) => sending("POST", { body });
const rename = (id: string, name: unknown) => sending("PATCH", { params: { id }, body: { name } });
const change = (id: string, body: unknown) => sending("PATCH", { params: { id }, body });
const remove = (id: string) => sending("DELETE", { params: { id } });

describe("the library's routes", () => {
  test("make, fill, rename and delete a collection, and list its games", async () => {
    const { browser, gameIds } = await createOwner(["A", "B"]);
    const { status, body } = await browser.send(createCollection, make({ name: "  For \n winter " }));
    expect([status, body]).toEqual([201, { id: body.id, name: "For winter", gameCount: 0 }]);
    const filled = await browser.send(changeGames, change(body.id, { add: gameIds }));
    expect(filled.body.gameCount).toBe(2);
    const listed = await browser.send(listLibrary, { query: `?sort=title&collection=${body.id}` });
    expect(listed.body.items.map(({ title }: { title: string }) => title)).toEqual(["A", "B"]);
    expect((await browser.send(renameCollection, rename(body.id, "Winter"))).body.name).toBe("Winter");
    expect((await browser.send(listCollections)).body.items).toMatchObject([{ name: "Winter", gameCount: 2 }]);
    const deleted = await browser.send(deleteCollection, remove(body.id));
    expect(deleted).toMatchObject({ status: 200, body: { name: "Winter" } });
    expect(deleted.body.gameIds.toSorted()).toEqual(gameIds.toSorted());
    expect((await browser.send(deleteCollection, remove(body.id))).status).toBe(404);
  });

  test("are for who is signed in, and show nobody else's", async () => {
    const [{ browser, gameIds }, stranger] = [await createOwner(["A"]), await createOwner([])];
    const { id } = (await browser.send(createCollection, make({ name: "Mine", gameIds }))).body;
    const calls = (who: TestBrowser) => [
      who.send(renameCollection, rename(id, "Yours")),
      who.send(changeGames, change(id, { remove: gameIds })),
      who.send(deleteCollection, remove(id)),
      who.send(listLibrary, { query: `?collection=${id}` }),
    ];
    const statuses = async (who: TestBrowser) => (await Promise.all(calls(who))).map(({ status }) => status);
    expect(await statuses(stranger.browser)).toEqual([404, 404, 404, 404]);
    expect(await statuses(new TestBrowser())).toEqual([401, 401, 401, 401]);
    expect((await new TestBrowser().send(createCollection, make({ name: "Free" }))).status).toBe(401);
    expect((await browser.send(listCollections)).body.items).toEqual([{ id, name: "Mine", gameCount: 1 }]);
  });

  test("say what is wrong with what they are given", async () => {
    const { browser } = await createOwner([]);
    const { id } = (await browser.send(createCollection, make({ name: "One" }))).body;
    for (const name of [undefined, "", " \n ", "x".repeat(61), "\u0000", 7]) {
      expect([name, (await browser.send(createCollection, make({ name }))).status]).toEqual([name, 422]);
      expect([name, (await browser.send(renameCollection, rename(id, name))).status]).toEqual([name, 422]);
    }
    for (const body of [{}, { add: ["1"] }, { add: [], remove: [] }, { other: 1 }]) {
      expect([body, (await browser.send(changeGames, change(id, body))).status]).toEqual([body, 422]);
    }
    for (const query of ["?sort=played", "?collection=1", "?platform=%27", "?limit=0", "?cursor=x", "?q=%00"]) {
      expect([query, (await browser.send(listLibrary, { query })).status]).toEqual([query, 422]);
    }
    const taken = await browser.send(createCollection, {
      ...make({ name: "ONE" }),
      headers: { "accept-language": "es" },
    });
    expect(taken).toMatchObject({
      status: 409,
      body: { error: { message: "Ya tienes una colección que se llama ONE" } },
    });
  });
});

describe("downloading a file", () => {
  test("leads its owner to the bucket, which gives the file as it is under a name that tells what it is", async () => {
    const { browser, gameIds } = await createOwner(["A"]);
    const buildId = await createBuild(database.db, gameIds[0] ?? "", { version: "1.4 beta/2" });
    const { storageKey } = await database.db.build.findUniqueOrThrow({ where: { id: buildId } });
    const file = new TextEncoder().encode("installs the game");
    await bucket.storage.put(storageKey ?? "", file);
    const { status, headers } = await browser.send(download, { params: { id: buildId } });
    expect([status, headers.get("cache-control")]).toEqual([302, "no-store"]);
    const location = new URL(headers.get("location") ?? "");
    expect(location.searchParams.get("response-content-disposition")).toMatch(
      /^attachment; filename="game-[\w-]+-1\.4-beta-2-windows\.zip"$/,
    );
    expect(location.searchParams.get("X-Amz-Expires")).toBe("300");
    const answer = await fetch(location);
    const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    expect(digest(new Uint8Array(await answer.arrayBuffer()))).toBe(digest(file));
  });

  test("is for the game's owner only, and says clearly where there is no file", async () => {
    const [{ browser, gameIds, owner }, stranger] = [await createOwner(["A"]), await createOwner(["B"])];
    const [gameId = ""] = gameIds;
    const ready = await createBuild(database.db, gameId, { version: "1" });
    const { storageKey } = await database.db.build.findUniqueOrThrow({ where: { id: ready } });
    await bucket.storage.put(storageKey ?? "", "file");
    const missing = await createBuild(database.db, gameId, { version: "2" });
    const unnamed = await createBuild(database.db, gameId, { version: "3", storageKey: null });
    const outside = await createBuild(database.db, gameId, { version: "4", storageKey: "kratos/models/live.json" });
    const withdrawn = await createBuild(database.db, gameId, { version: "5", status: "withdrawn" });
    const ask = (who: TestBrowser, id: string) => who.send(download, { params: { id } });

    expect((await ask(stranger.browser, ready)).status).toBe(404);
    expect((await ask(new TestBrowser(), ready)).status).toBe(401);
    for (const id of [missing, unnamed, outside]) {
      const { status, body } = await ask(browser, id);
      expect([status, body.error.message]).toEqual([404, expect.stringContaining("cannot be downloaded yet")]);
    }
    for (const id of [withdrawn, randomUUID(), "1"]) expect((await ask(browser, id)).status).toBe(404);
    await database.db.entitlement.updateMany({ where: owner, data: { revokedAt: new Date() } });
    expect((await ask(browser, ready)).status).toBe(404);
  });
});
