import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Actor } from "../auth/actor";
import { checkCredentials, registerShopper } from "../auth/commands";
import { signInWithProvider } from "../auth/provider-account";
import { findActorBySession } from "../auth/queries";
import { getLastMail } from "../mail/test-mail";
import { refusalOf } from "../test-refusal";
import { CLOSED_NAME, closeAccount } from "./close";
import { updateNotifications, updateProfile } from "./profile";
import {
  codeAt,
  createProviderShopper,
  createShopper,
  newCaller,
  openSession,
  PASSWORD,
  turnTwoFactorOn,
} from "./test-account";

const database = useTestDatabase();
let ada: Actor;
let gameId: string;

const close = (actor: Actor, given: object = {}) =>
  closeAccount(
    actor,
    { confirmation: actor.email, password: PASSWORD, ...given },
    { caller: newCaller(), db: database.db },
  );
const rowOf = ({ userId }: Actor) => database.db.user.findUniqueOrThrow({ where: { id: userId } });

async function createGame(): Promise<string> {
  const publisher = await database.db.publisher.create({ data: { slug: crypto.randomUUID(), name: "One" } });
  const data = { slug: crypto.randomUUID(), title: "A game", publisherId: publisher.id, developer: "d" };
  return (await database.db.game.create({ data: { ...data, status: "published" } })).id;
}

const orderOf = (userId: string, status: "paid" | "pending") =>
  database.db.order.create({
    data: {
      userId,
      status,
      paidAt: status === "paid" ? new Date() : null,
      currency: "USD",
      totalCents: 100,
      idempotencyKey: crypto.randomUUID(),
      requestHash: "x",
    },
  });

/** Leaves a trace of the user in every part of the shop. */
async function useShop({ userId }: Actor): Promise<void> {
  const { db } = database;
  await orderOf(userId, "paid");
  await db.entitlement.create({ data: { userId, gameId } });
  await db.wishlistItem.create({ data: { userId, gameId, note: "for my birthday" } });
  await db.cart.create({ data: { userId, items: { create: { gameId } } } });
  await db.collection.create({ data: { userId, name: "Mine", games: { create: { gameId } } } });
  await db.review.create({ data: { userId, gameId, isRecommended: true, stars: 5, body: "Good." } });
  await db.account.create({ data: { userId, provider: "github", providerAccountId: userId } });
  await db.wishNotice.create({ data: { userId, gameId, kind: "release", cause: "x" } });
}

beforeEach(async () => {
  gameId = await createGame();
  ada = await createShopper(database.db);
});

describe("closing an account", () => {
  it("leaves nothing that tells whose it was, and keeps orders and reviews", async () => {
    await useShop(ada);
    const other = await openSession(database.db, ada.userId);
    await close(ada);
    const { userId } = ada;
    expect(await rowOf(ada)).toMatchObject({ name: CLOSED_NAME, passwordHash: null, deletedAt: expect.any(Date) });
    expect((await rowOf(ada)).email).toMatch(/@deleted\.invalid$/);
    const { db } = database;
    const where = { userId };
    const gone = [db.account, db.session, db.cart, db.collection, db.emailToken, db.wishNotice, db.mail] as const;
    for (const table of gone) {
      expect(await (table as typeof db.account).count({ where })).toBe(0);
    }
    expect(await db.order.count({ where })).toBe(1);
    expect(await db.review.count({ where })).toBe(1);
    expect(await db.entitlement.count({ where: { userId, revokedAt: null } })).toBe(0);
    expect(await db.wishlistItem.findFirst({ where })).toMatchObject({ note: "", removedAt: expect.any(Date) });
    for (const actor of [ada, other]) expect(await findActorBySession(actor.sessionId, db)).toBeNull();
  });

  it("leaves an entry in the log, without address and browser in any of the account's", async () => {
    await close(ada);
    const entries = await database.db.auditLog.findMany({ where: { actorId: ada.userId }, orderBy: { id: "asc" } });
    expect(entries.at(-1)).toMatchObject({ action: "account.deleted", entityId: ada.userId });
    expect(entries.length).toBeGreaterThan(1);
    for (const { ip, data } of entries) expect([ip, data]).toEqual([null, {}]);
  });

  it("lets nobody in any more, by password or provider, and frees the address", async () => {
    await useShop(ada);
    const caller = newCaller();
    await close(ada);
    const attempt = checkCredentials({ email: ada.email, password: PASSWORD }, caller, database.db);
    expect((await refusalOf(attempt)).code).toBe("unauthenticated");
    const again = await registerShopper({ name: "Ada", email: ada.email, password: PASSWORD }, database.db);
    expect(again.userId).not.toBe(ada.userId);
    const profile = { provider: "github", providerAccountId: ada.userId, email: null } as const;
    const back = { ...profile, isEmailVerified: true, name: null };
    expect(await signInWithProvider(back, { caller, db: database.db })).toEqual({ kind: "email_missing" });
  });

  it("lets no change in flight write anything of theirs back", async () => {
    await close(ada);
    const { db } = database;
    const named = { name: "Ada", locale: "en", currency: null } as const;
    const wanted = { priceDrops: true, releases: true, replies: true };
    for (const late of [updateProfile(ada, named, db), updateNotifications(ada, wanted, db)]) {
      expect((await refusalOf(late)).code).toBe("unauthenticated");
    }
    expect(await rowOf(ada)).toMatchObject({ name: CLOSED_NAME, wantsPriceDrops: false, wantsReplies: false });
  });

  it("says good-bye to the old address", async () => {
    await close(ada);
    expect(await getLastMail(database.db, ada.email)).toMatchObject({ kind: "account.closed", userId: null });
  });

  it("leaves everybody else's things", async () => {
    const eve = await createShopper(database.db, "Eve");
    await useShop(eve);
    await close(ada);
    expect((await rowOf(eve)).deletedAt).toBeNull();
    expect(await findActorBySession(eve.sessionId, database.db)).not.toBeNull();
    expect(await database.db.cart.count({ where: { userId: eve.userId } })).toBe(1);
  });
});

describe("closing an account is refused", () => {
  it.each([
    [{ confirmation: "somebody@else.example" }, "confirmation"],
    [{ password: "not the password" }, "password"],
    [{ password: undefined }, "password"],
  ])("for %j", async (given, field) => {
    expect(Object.keys((await refusalOf(close(ada, given))).fields ?? {})).toEqual([field]);
    expect((await rowOf(ada)).deletedAt).toBeNull();
  });

  it("without a code where two-factor sign-in is on", async () => {
    const { secret } = await turnTwoFactorOn(database.db, ada);
    expect(Object.keys((await refusalOf(close(ada))).fields ?? {})).toEqual(["code"]);
    await close(ada, { code: codeAt(secret) });
  });

  it("long after signing in, where there is neither password nor code", async () => {
    const grace = await createProviderShopper(database.db);
    const createdAt = new Date(Date.now() - 16 * 60_000);
    await database.db.session.update({ where: { id: grace.sessionId }, data: { createdAt } });
    expect((await refusalOf(close(grace, { password: undefined }))).code).toBe("forbidden");
    await database.db.session.update({ where: { id: grace.sessionId }, data: { createdAt: new Date() } });
    await close(grace, { password: undefined });
  });

  it("while an order is being paid", async () => {
    await orderOf(ada.userId, "pending");
    expect((await refusalOf(close(ada))).code).toBe("conflict");
    expect((await rowOf(ada)).deletedAt).toBeNull();
  });

  it("to the last admin, also where both of two leave at once", async () => {
    const admins = await Promise.all([1, 2].map(() => createShopper(database.db, "Root")));
    await database.db.user.updateMany({
      where: { id: { in: admins.map(({ userId }) => userId) } },
      data: { role: "admin" },
    });
    const results = await Promise.allSettled(admins.map((admin) => close({ ...admin, role: "admin" })));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database.db.user.count({ where: { role: "admin", deletedAt: null } })).toBe(1);
  });
});
