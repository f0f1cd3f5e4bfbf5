import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Actor } from "../auth/actor";
import { findActorBySession } from "../auth/queries";
import { refusalOf } from "../test-refusal";
import { listActivity, listSessions } from "./queries";
import { endOtherSessions, endSession } from "./sessions";
import { createShopper, newCaller, openSession } from "./test-account";

const database = useTestDatabase();
let ada: Actor;

const isOpen = async ({ sessionId }: Actor) => (await findActorBySession(sessionId, database.db)) !== null;
const seenAt = async ({ sessionId }: Actor) =>
  (await database.db.session.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt?.getTime() ?? 0;
const setSeen = (actor: Actor, minutesAgo: number) =>
  database.db.session.update({
    where: { id: actor.sessionId },
    data: { lastSeenAt: new Date(Date.now() - minutesAgo * 60_000) },
  });

beforeEach(async () => {
  ada = await createShopper(database.db);
});

describe("one's sessions", () => {
  it("are told by browser, this one first, without those that are over and other people's", async () => {
    const other = await openSession(database.db, ada.userId);
    const over = await openSession(database.db, ada.userId);
    await database.db.session.update({ where: { id: over.sessionId }, data: { expiresAt: new Date(0) } });
    await createShopper(database.db, "Eve");
    const { items } = await listSessions(ada, database.db);
    expect(items.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
      [ada.sessionId, true],
      [other.sessionId, false],
    ]);
    expect(items[0]).toMatchObject({ browser: "Firefox 140", ip: expect.stringMatching(/^198\.51\./) });
  });

  it("end one by one; somebody else's is not there", async () => {
    const other = await openSession(database.db, ada.userId);
    const eve = await createShopper(database.db, "Eve");
    expect((await refusalOf(endSession(ada, eve.sessionId, database.db))).code).toBe("not_found");
    await endSession(ada, other.sessionId, database.db);
    expect([await isOpen(ada), await isOpen(other), await isOpen(eve)]).toEqual([true, false, true]);
    expect((await refusalOf(endSession(ada, other.sessionId, database.db))).code).toBe("not_found");
  });

  it("end elsewhere at once, and the log says so", async () => {
    const others = await Promise.all([1, 2, 3].map(() => openSession(database.db, ada.userId)));
    const eve = await createShopper(database.db, "Eve");
    await endOtherSessions(ada, newCaller(), database.db);
    expect(await Promise.all(others.map(isOpen))).toEqual([false, false, false]);
    expect([await isOpen(ada), await isOpen(eve)]).toEqual([true, true]);
    expect((await listActivity(ada, database.db))[0]).toMatchObject({
      event: "account.signed_out_elsewhere",
      browser: "Firefox 140",
    });
  });
});

describe("when a session was last used", () => {
  it("is noted every few minutes, not with every request", async () => {
    await setSeen(ada, 4);
    const before = await seenAt(ada);
    await isOpen(ada);
    expect(await seenAt(ada)).toBe(before);
    await setSeen(ada, 6);
    await isOpen(ada);
    expect(Date.now() - (await seenAt(ada))).toBeLessThan(60_000);
  });

  it("is noted by none of many requests at once more than once, and none fails", async () => {
    await setSeen(ada, 60);
    const actors = await Promise.all(Array.from({ length: 20 }, () => findActorBySession(ada.sessionId, database.db)));
    expect(actors.every((actor) => actor?.userId === ada.userId)).toBe(true);
  });

  it("stays where the session was ended", async () => {
    await setSeen(ada, 60);
    const before = await seenAt(ada);
    await endOtherSessions({ ...ada, sessionId: crypto.randomUUID() }, newCaller(), database.db);
    expect(await isOpen(ada)).toBe(false);
    expect(await seenAt(ada)).toBe(before);
  });
});
