import { describe, expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { MAX_COLLECTIONS } from "@/lib/shared/library";
import { listCollections } from "./collections";
import { changeCollection, createCollection, deleteCollection, renameCollection } from "./commands";
import { createLibrary } from "./test-library";

const database = useTestDatabase({ maxConnections: 20 });

describe("a collection", () => {
  test("takes owned games, gives them back, and counts what is owned", async () => {
    const { db } = database;
    const { owner, gameIds, shop } = await createLibrary(db, ["A", "B", "C"]);
    const [a = "", b = "", c = ""] = gameIds;
    const unowned = (await shop.createGame()).id;
    const { id, ...made } = await createCollection(owner, { name: "Co-op", gameIds: [a, unowned] }, db);
    expect(made).toEqual({ name: "Co-op", gameCount: 1 });
    const changed = await changeCollection(owner, id, { add: [a, b, c, unowned], remove: [unowned] }, db);
    expect(changed.gameCount).toBe(3);
    await db.entitlement.updateMany({ where: { gameId: b }, data: { revokedAt: new Date() } });
    expect(await listCollections(owner, db)).toEqual([{ id, name: "Co-op", gameCount: 2 }]);
    expect((await changeCollection(owner, id, { add: [], remove: [a] }, db)).gameCount).toBe(1);
  });

  test("is put together by many tabs at once without losing a game", async () => {
    const { db } = database;
    const { owner, gameIds } = await createLibrary(db, ["A", "B", "C", "D"]);
    const { id } = await createCollection(owner, { name: "Busy", gameIds: [] }, db);
    const changes = gameIds.flatMap((gameId) => [[gameId], gameIds.toReversed()]);
    await Promise.all(changes.map((add) => changeCollection(owner, id, { add, remove: [] }, db)));
    expect(await listCollections(owner, db)).toMatchObject([{ gameCount: 4 }]);
  });

  test("has a name of its own among its owner's, whatever the case", async () => {
    const { db } = database;
    const [{ owner }, { owner: other }] = [await createLibrary(db, []), await createLibrary(db, [])];
    const made = await Promise.allSettled(
      ["Roguelikes", "roguelikes", "ROGUELIKES"].map((name) => createCollection(owner, { name, gameIds: [] }, db)),
    );
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await createCollection(other, { name: "Roguelikes", gameIds: [] }, db);
    const { id } = await createCollection(owner, { name: "Later", gameIds: [] }, db);
    await expect(renameCollection(owner, id, "rogueLIKES", db)).rejects.toMatchObject({ code: "conflict" });
    expect(await renameCollection(owner, id, "LATER", db)).toMatchObject({ id, name: "LATER" });
  });

  test("is deleted with what an undo needs, and its games stay in the library", async () => {
    const { db } = database;
    const { owner, gameIds } = await createLibrary(db, ["A", "B"]);
    const { id } = await createCollection(owner, { name: "Gone", gameIds }, db);
    const { name, gameIds: held } = await deleteCollection(owner, id, db);
    expect(held.toSorted()).toEqual(gameIds.toSorted());
    expect(await listCollections(owner, db)).toEqual([]);
    expect(await createCollection(owner, { name, gameIds: held }, db)).toMatchObject({ name: "Gone", gameCount: 2 });
    expect(await db.entitlement.count({ where: { ...owner, revokedAt: null } })).toBe(2);
  });

  test("of somebody else is not there", async () => {
    const { db } = database;
    const [{ owner }, { owner: stranger, gameIds }] = [await createLibrary(db, []), await createLibrary(db, ["A"])];
    const { id } = await createCollection(owner, { name: "Mine", gameIds: [] }, db);
    const attempts = [
      () => renameCollection(stranger, id, "Yours", db),
      () => changeCollection(stranger, id, { add: gameIds, remove: [] }, db),
      () => deleteCollection(stranger, id, db),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    expect(await listCollections(owner, db)).toEqual([{ id, name: "Mine", gameCount: 0 }]);
  });

  test("is one of no more than the limit, also when they are made at once", async () => {
    const { db } = database;
    const { owner } = await createLibrary(db, []);
    const data = Array.from({ length: MAX_COLLECTIONS - 2 }, (_, index) => ({ ...owner, name: `Shelf ${index}` }));
    await db.collection.createMany({ data });
    const made = await Promise.allSettled(
      [1, 2, 3, 4, 5].map((index) => createCollection(owner, { name: `New ${index}`, gameIds: [] }, db)),
    );
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(await listCollections(owner, db)).toHaveLength(MAX_COLLECTIONS);
  });
});
