import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { codeAt, createShopper, newCaller, turnTwoFactorOn } from "../account/test-account";
import { createDb } from "../db";
import { getLastMail } from "../mail/test-mail";
import { refusalOf } from "../test-refusal";
import type { Actor } from "./actor";
import { consumeSecondFactor, hasTwoFactor } from "./second-factor";

const database = useTestDatabase();
let ada: Actor;
let secret: string;
let codes: string[];

const check = (code: string, change: { userId?: string; now?: Date; db?: typeof database.db } = {}) =>
  consumeSecondFactor(change.userId ?? ada.userId, code, {
    caller: newCaller(),
    db: change.db ?? database.db,
    ...(change.now && { now: change.now }),
  });

beforeEach(async () => {
  ada = await createShopper(database.db);
  ({ secret, codes } = await turnTwoFactorOn(database.db, ada));
});

/** Runs an attempt twenty times at once, over sessions of its own. */
async function inParallel(run: (db: typeof database.db) => Promise<boolean>): Promise<boolean[]> {
  const sessions = Array.from({ length: 4 }, () => createDb(database.url, { maxConnections: 3 }));
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) => run(sessions[index % 4] ?? database.db)),
  );
  await Promise.all(sessions.map((db) => db.$disconnect()));
  return results.map((result) => result.status === "fulfilled" && result.value);
}

describe("a code of the app", () => {
  it("is right once, however it is spaced", async () => {
    const code = codeAt(secret);
    expect(await check(` ${code.slice(0, 3)} ${code.slice(3)} `)).toBe(true);
    expect(await check(code)).toBe(false);
  });

  it("is right for one of twenty that come with it at once", async () => {
    const code = codeAt(secret);
    expect((await inParallel((db) => check(code, { db }))).filter(Boolean)).toHaveLength(1);
  });

  it("cannot be followed by an older one that would still count", async () => {
    const now = new Date();
    expect(await check(codeAt(secret, now), { now })).toBe(true);
    expect(await check(codeAt(secret, new Date(now.getTime() - 30_000)), { now })).toBe(false);
    expect(await check(codeAt(secret, new Date(now.getTime() + 30_000)), { now })).toBe(true);
  });

  it("of somebody else's app is wrong", async () => {
    const eve = await createShopper(database.db, "Eve");
    const { secret: other } = await turnTwoFactorOn(database.db, eve);
    expect(await check(codeAt(other))).toBe(false);
    expect(await check(codeAt(secret), { userId: eve.userId })).toBe(false);
  });

  it("counts for nothing before two-factor sign-in is on", async () => {
    await database.db.twoFactor.update({ where: { userId: ada.userId }, data: { enabledAt: null } });
    expect(await hasTwoFactor(ada.userId, database.db)).toBe(false);
    expect(await check(codeAt(secret))).toBe(false);
  });

  it("cannot be read from the database", async () => {
    const row = await database.db.twoFactor.findUniqueOrThrow({ where: { userId: ada.userId } });
    expect(row.secret).not.toContain(secret);
  });
});

describe("a recovery code", () => {
  it("works once, however it is typed, and its owner is told", async () => {
    const [code = ""] = codes;
    expect(await check(` ${code.replace("-", " ").toUpperCase()} `)).toBe(true);
    expect(await check(code)).toBe(false);
    const mail = await getLastMail(database.db, ada.email);
    expect(mail).toMatchObject({ kind: "account.recoveryCodeUsed", text: expect.stringContaining("9 are left") });
  });

  it("works for one of twenty that come with it at once", async () => {
    const [code = ""] = codes;
    expect((await inParallel((db) => check(code, { db }))).filter(Boolean)).toHaveLength(1);
    expect(await database.db.recoveryCode.count({ where: { userId: ada.userId, usedAt: null } })).toBe(9);
  });

  it("of somebody else's is wrong", async () => {
    const eve = await createShopper(database.db, "Eve");
    await turnTwoFactorOn(database.db, eve);
    expect(await check(codes[0] ?? "", { userId: eve.userId })).toBe(false);
  });

  it("is not in the database", async () => {
    const rows = await database.db.recoveryCode.findMany({ where: { userId: ada.userId } });
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code.replace("-", ""));
  });
});

describe("guesses", () => {
  it("are refused after five, even the right one, and each is in the owner's log", async () => {
    for (let guess = 0; guess < 5; guess += 1) expect(await check("000000")).toBe(false);
    expect((await refusalOf(check(codeAt(secret)))).code).toBe("rate_limited");
    const where = { entityId: ada.userId, action: "account.code_refused" };
    expect(await database.db.auditLog.count({ where })).toBe(5);
  });

  it("get no more than five through when they come at once", async () => {
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => check("000000")));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  });
});
