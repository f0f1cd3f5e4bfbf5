import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Actor } from "../auth/actor";
import { confirmEmail } from "../auth/verification";
import { getLastMail, tokenOf } from "../mail/test-mail";
import { refusalOf } from "../test-refusal";
import { requestPasswordReset, resetPassword } from "./passwords";
import { cancelEmailChange, changeEmail, resendVerification } from "./profile";
import { getProfile } from "./queries";
import { createProviderShopper, createShopper, newCaller, PASSWORD } from "./test-account";

const database = useTestDatabase();
let ada: Actor;
let fresh: string;

const confirm = (token: string) => confirmEmail(token, newCaller(), database.db);
const change = (email: string, proof = { password: PASSWORD }, actor = ada) =>
  changeEmail(actor, { email, ...proof }, { caller: newCaller(), db: database.db });
const tokenAt = async (email: string) => tokenOf(await getLastMail(database.db, email));
const addressOf = async ({ userId }: Actor) =>
  (await database.db.user.findUniqueOrThrow({ where: { id: userId } })).email;

beforeEach(async () => {
  ada = await createShopper(database.db);
  fresh = `new-${crypto.randomUUID()}@example.com`;
});

describe("verifying an address", () => {
  it("is done by the link of the mail, once", async () => {
    expect((await getProfile(ada, database.db)).isEmailVerified).toBe(false);
    const token = await tokenAt(ada.email);
    expect(await confirm(token)).toEqual({ kind: "verified", email: ada.email });
    expect((await getProfile(ada, database.db)).isEmailVerified).toBe(true);
    expect((await refusalOf(confirm(token))).code).toBe("conflict");
  });

  it("can be asked for again: the newest link works, the older one does not", async () => {
    const first = await tokenAt(ada.email);
    await resendVerification(ada, database.db);
    expect((await refusalOf(confirm(first))).code).toBe("conflict");
    await confirm(await tokenAt(ada.email));
  });

  it("sends nothing where the address is proved already", async () => {
    await confirm(await tokenAt(ada.email));
    const before = await database.db.mail.count({ where: { toEmail: ada.email } });
    await resendVerification(ada, database.db);
    expect(await database.db.mail.count({ where: { toEmail: ada.email } })).toBe(before);
  });

  it.each(["", "x", "A".repeat(43)])("is refused with %j", async (token) => {
    expect((await refusalOf(confirm(token))).code).toBe("conflict");
  });
});

describe("changing the address", () => {
  it("calls the reader of the new address nothing until it is theirs, and the owner by name", async () => {
    await confirm(await tokenAt(ada.email));
    await change(fresh);
    expect((await getLastMail(database.db, fresh)).text).toMatch(/^You asked to use this address/);
    await confirm(await tokenAt(fresh));
    expect((await getLastMail(database.db, ada.email)).text).toMatch(/^Hi Ada,/);
  });

  it("happens when the new address is confirmed, and the old one is told", async () => {
    await change(fresh);
    expect(await getProfile(ada, database.db)).toMatchObject({ email: ada.email, pendingEmail: fresh });
    const token = await tokenAt(fresh);
    expect(await confirm(token)).toEqual({ kind: "changed", email: fresh });
    expect(await getProfile(ada, database.db)).toMatchObject({
      email: fresh,
      pendingEmail: null,
      isEmailVerified: true,
    });
    const notice = await getLastMail(database.db, ada.email);
    expect(notice).toMatchObject({ kind: "account.emailChanged", text: expect.stringContaining(fresh) });
  });

  it("takes the password, and is refused with a wrong one or none", async () => {
    for (const proof of [{ password: "not the password" }, {}]) {
      const refusal = await refusalOf(change(fresh, proof as { password: string }));
      expect(Object.keys(refusal.fields ?? {})).toEqual(["password"]);
    }
    expect(await database.db.mail.count({ where: { toEmail: fresh } })).toBe(0);
  });

  it("takes a sign-in of just now where there is no password", async () => {
    const grace = await createProviderShopper(database.db);
    await change(fresh, {} as { password: string }, grace);
    await database.db.session.update({
      where: { id: grace.sessionId },
      data: { createdAt: new Date(Date.now() - 16 * 60_000) },
    });
    expect((await refusalOf(change(fresh, {} as { password: string }, grace))).code).toBe("forbidden");
  });

  it("does not tell whether the address has an account, except to its reader", async () => {
    const eve = await createShopper(database.db, "Eve");
    expect(await change(eve.email)).toBeUndefined();
    expect((await getLastMail(database.db, eve.email)).kind).toBe("account.emailTaken");
    expect(await getProfile(ada, database.db)).toMatchObject({ pendingEmail: eve.email });
  });

  it("is refused where the address was taken in between, and leaves both as they are", async () => {
    await change(fresh);
    const token = await tokenAt(fresh);
    await database.db.user.create({ data: { email: fresh, name: "Quick" } });
    expect((await refusalOf(confirm(token))).code).toBe("conflict");
    expect(await addressOf(ada)).toBe(ada.email);
  });

  it("ends the links that went to the old address", async () => {
    await requestPasswordReset({ email: ada.email }, newCaller(), database.db);
    const reset = await tokenAt(ada.email);
    await change(fresh);
    await confirm(await tokenAt(fresh));
    const attempt = resetPassword({ token: reset, password: "quite another phrase" }, newCaller(), database.db);
    expect((await refusalOf(attempt)).code).toBe("conflict");
  });

  it("can be given up", async () => {
    await change(fresh);
    const token = await tokenAt(fresh);
    await cancelEmailChange(ada, database.db);
    expect((await getProfile(ada, database.db)).pendingEmail).toBeNull();
    expect((await refusalOf(confirm(token))).code).toBe("conflict");
  });

  it("happens once of twenty confirmations at once", async () => {
    await change(fresh);
    const token = await tokenAt(fresh);
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => confirm(token)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const notices = { toEmail: ada.email, kind: "account.emailChanged" };
    expect(await database.db.mail.count({ where: notices })).toBe(1);
  });
});
