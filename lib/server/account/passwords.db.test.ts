import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Actor } from "../auth/actor";
import { checkCredentials, registerShopper } from "../auth/commands";
import { issueEmailToken } from "../auth/email-tokens";
import { findActorBySession } from "../auth/queries";
import { getLastMail, tokenOf } from "../mail/test-mail";
import { refusalOf } from "../test-refusal";
import { changePassword, requestPasswordReset, resetPassword } from "./passwords";
import { RESET_MAIL_LIMIT } from "./rules";
import {
  createProviderShopper,
  createShopper,
  newCaller,
  openSession,
  PASSWORD,
  turnTwoFactorOn,
} from "./test-account";

const database = useTestDatabase();
const NEW = "quite another phrase";
let ada: Actor;

const signIn = (email: string, password: string) => checkCredentials({ email, password }, newCaller(), database.db);
const isOpen = async ({ sessionId }: Actor) => (await findActorBySession(sessionId, database.db)) !== null;
const ask = (email: string) => requestPasswordReset({ email }, newCaller(), database.db);
const reset = (token: string, password = NEW) => resetPassword({ token, password }, newCaller(), database.db);

async function askForToken({ email }: Actor): Promise<string> {
  await ask(email);
  return tokenOf(await getLastMail(database.db, email));
}

beforeEach(async () => {
  ada = await createShopper(database.db);
});

describe("a reset by mail", () => {
  it("sets the password, proves the address, ends every session, and tells the owner", async () => {
    const other = await openSession(database.db, ada.userId);
    const token = await askForToken(ada);
    expect(await isOpen(other)).toBe(true);
    await reset(token);
    expect([await isOpen(ada), await isOpen(other)]).toEqual([false, false]);
    expect((await signIn(ada.email, NEW)).userId).toBe(ada.userId);
    expect((await refusalOf(signIn(ada.email, PASSWORD))).code).toBe("unauthenticated");
    expect((await getLastMail(database.db, ada.email)).kind).toBe("account.passwordChanged");
    const user = await database.db.user.findUniqueOrThrow({ where: { id: ada.userId } });
    expect(user.emailVerifiedAt).not.toBeNull();
  });

  it("leaves somebody else as they are", async () => {
    const eve = await createShopper(database.db, "Eve");
    await reset(await askForToken(ada));
    expect(await isOpen(eve)).toBe(true);
    expect((await signIn(eve.email, PASSWORD)).userId).toBe(eve.userId);
  });

  it("works once, also for twenty who come with one link at once", async () => {
    const token = await askForToken(ada);
    const attempts = Array.from({ length: 20 }, (_, index) => reset(token, `${NEW} ${index}`));
    const results = await Promise.allSettled(attempts);
    const won = results.findIndex(({ status }) => status === "fulfilled");
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await signIn(ada.email, `${NEW} ${won}`)).userId).toBe(ada.userId);
    expect((await refusalOf(reset(token))).code).toBe("conflict");
  });

  it("answers an unknown address like a known one, and sends nothing there", async () => {
    const times: number[] = [];
    for (const email of [ada.email, "nobody@example.com"]) {
      const startedAt = performance.now();
      expect(await ask(email)).toBeUndefined();
      times.push(performance.now() - startedAt);
    }
    expect(await database.db.mail.count({ where: { toEmail: "nobody@example.com" } })).toBe(0);
    // Both wait for the same time, within which the work of a known address is done.
    expect(Math.abs((times[0] ?? 0) - (times[1] ?? 0))).toBeLessThan(150);
  });

  it("is limited by address, known or not, so that nobody's mailbox is filled", async () => {
    for (const email of [ada.email, "nowhere@example.com"]) {
      const asked = await Promise.allSettled(Array.from({ length: RESET_MAIL_LIMIT.points + 2 }, () => ask(email)));
      expect(asked.filter(({ status }) => status === "rejected")).toHaveLength(2);
    }
  });

  it("works with the newest link only, and not after the password changed otherwise", async () => {
    const first = await askForToken(ada);
    const second = await askForToken(ada);
    expect((await refusalOf(reset(first))).code).toBe("conflict");
    await changePassword(ada, { currentPassword: PASSWORD, password: NEW }, { caller: newCaller(), db: database.db });
    expect((await refusalOf(reset(second))).code).toBe("conflict");
  });

  it("opens nothing to who reads an address that is the account's no more", async () => {
    const owner = { userId: ada.userId, kind: "reset_password", email: ada.email } as const;
    const token = await issueEmailToken(database.db, owner);
    await database.db.user.update({ where: { id: ada.userId }, data: { email: `new-${ada.email}` } });
    expect((await refusalOf(reset(token))).code).toBe("conflict");
    expect(await isOpen(ada)).toBe(true);
    expect((await signIn(`new-${ada.email}`, PASSWORD)).userId).toBe(ada.userId);
  });

  it("gives an account that signs in with a provider its first password, and keeps the provider", async () => {
    const grace = await createProviderShopper(database.db);
    await reset(await askForToken(grace));
    expect((await signIn(grace.email, NEW)).userId).toBe(grace.userId);
    expect(await database.db.account.count({ where: { userId: grace.userId } })).toBe(1);
  });

  it("drops what somebody set up in an account of an address that they never proved", async () => {
    await database.db.account.create({ data: { userId: ada.userId, provider: "github", providerAccountId: "eve" } });
    await turnTwoFactorOn(database.db, ada);
    await reset(await askForToken(ada));
    expect(await database.db.account.count({ where: { userId: ada.userId } })).toBe(0);
    expect(await database.db.twoFactor.count({ where: { userId: ada.userId } })).toBe(0);
    expect(await database.db.recoveryCode.count({ where: { userId: ada.userId } })).toBe(0);
  });

  it("keeps two-factor sign-in where the address was proved before", async () => {
    await database.db.user.update({ where: { id: ada.userId }, data: { emailVerifiedAt: new Date() } });
    await turnTwoFactorOn(database.db, ada);
    await reset(await askForToken(ada));
    expect(await database.db.twoFactor.count({ where: { userId: ada.userId } })).toBe(1);
  });

  it("does not take the address for the password", async () => {
    const token = await askForToken(ada);
    const refusal = await refusalOf(reset(token, ada.email.toUpperCase()));
    expect(refusal.code).toBe("invalid_input");
    await reset(token);
  });

  it("sends nothing to an account that was closed", async () => {
    const { email } = await registerShopper({ name: "Old", email: "old@example.com", password: PASSWORD }, database.db);
    await database.db.user.update({ where: { email }, data: { deletedAt: new Date() } });
    const before = await database.db.mail.count({ where: { toEmail: email } });
    await ask(email);
    expect(await database.db.mail.count({ where: { toEmail: email } })).toBe(before);
  });
});

describe("changing one's password", () => {
  const change = (input: { currentPassword?: string; password?: string } = {}, actor = ada) =>
    changePassword(
      actor,
      { currentPassword: PASSWORD, password: NEW, ...input },
      { caller: newCaller(), db: database.db },
    );

  it("signs the other browsers out and leaves this one", async () => {
    const other = await openSession(database.db, ada.userId);
    await change();
    expect([await isOpen(ada), await isOpen(other)]).toEqual([true, false]);
    expect((await signIn(ada.email, NEW)).userId).toBe(ada.userId);
  });

  it.each([
    [{ currentPassword: "not the password" }, "currentPassword"],
    [{ password: PASSWORD }, "password"],
  ])("is refused for %j", async (input, field) => {
    const refusal = await refusalOf(change(input));
    expect(refusal.code).toBe("invalid_input");
    expect(Object.keys(refusal.fields ?? {})).toEqual([field]);
  });

  it("happens once where two come with the old password at once", async () => {
    const both = await Promise.allSettled([change({ password: `${NEW} 1` }), change({ password: `${NEW} 2` })]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("takes ten guesses of the current one, and then none", async () => {
    for (let guess = 0; guess < 10; guess += 1) await refusalOf(change({ currentPassword: `guess ${guess}` }));
    expect((await refusalOf(change())).code).toBe("rate_limited");
  });

  it("is refused where there is none: a first one is set by mail", async () => {
    expect((await refusalOf(change({}, await createProviderShopper(database.db)))).code).toBe("conflict");
  });
});
