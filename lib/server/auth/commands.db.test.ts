import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { getLastMail, tokenOf } from "../mail/test-mail";
import { refusalOf } from "../test-refusal";
import type { Caller } from "./caller";
import { checkCredentials, createSession, registerShopper, revokeSession } from "./commands";
import { findPrint } from "./password-print";
import { findActorBySession } from "./queries";
import { SIGN_IN_LIMIT } from "./rules";

const database = useTestDatabase();
const password = "a few random words";
let addresses = 0;

/** A caller of an address of its own, so that no test uses up another's limits. */
function newCaller(): Caller {
  addresses += 1;
  return { ip: `198.51.100.${addresses}`, userAgent: "test" };
}

beforeAll(async () => {
  await registerShopper({ name: "Ada", email: "ada@example.com", password }, database.db);
  await database.db.user.create({ data: { name: "Grace", email: "grace@example.com" } });
});

describe("registerShopper", () => {
  it("makes a shopper whose password is kept as argon2id only", async () => {
    const view = await registerShopper({ name: "Joan", email: "joan@example.com", password }, database.db);
    const user = await database.db.user.findUniqueOrThrow({ where: { id: view.userId } });
    expect(user).toMatchObject({ role: "shopper", name: "Joan", emailVerifiedAt: null });
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(view)).not.toContain("argon2");
  });

  it("sends a link in the language that was registered in, and writes it into the account's log", async () => {
    const options = { locale: "es", caller: { ip: "198.51.100.200", userAgent: "test" } } as const;
    const view = await registerShopper({ name: "Luz", email: "luz@example.com", password }, database.db, options);
    const mail = await getLastMail(database.db, "luz@example.com");
    expect(mail).toMatchObject({ kind: "account.verify", locale: "es", userId: view.userId });
    expect(mail.text).toContain(`/es/confirm-email?token=${tokenOf(mail)}`);
    const log = await database.db.auditLog.findMany({ where: { entityId: view.userId } });
    expect(log).toMatchObject([{ action: "account.registered", ip: "198.51.100.200", actorId: view.userId }]);
  });

  it("refuses a known address whatever its letters' case, and leaves the account as it was", async () => {
    const before = await database.db.user.findUniqueOrThrow({ where: { email: "ada@example.com" } });
    const again = { name: "Eve", email: "ADA@example.com", password: "something else" };
    expect((await refusalOf(registerShopper(again, database.db))).code).toBe("conflict");
    expect(await database.db.user.findUniqueOrThrow({ where: { email: "ada@example.com" } })).toEqual(before);
  });

  it("makes one account of ten registrations at once", async () => {
    const input = { name: "Kay", email: "kay@example.com", password };
    const attempts = Array.from({ length: 10 }, () => registerShopper(input, database.db));
    const results = await Promise.allSettled(attempts);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await database.db.user.count({ where: { email: "kay@example.com" } })).toBe(1);
  });
});

describe("checkCredentials", () => {
  it("knows the person by e-mail and password", async () => {
    const view = await checkCredentials({ email: "ada@example.com", password }, newCaller(), database.db);
    expect(view).toEqual({ userId: expect.any(String), name: "Ada", email: "ada@example.com", role: "shopper" });
  });

  it("takes a password typed as other code points", async () => {
    const composed = "caf\u00e9 au lait chaud";
    await registerShopper({ name: "Zoe", email: "zoe@example.com", password: composed }, database.db);
    const input = { email: "zoe@example.com", password: composed.normalize("NFD") };
    expect((await checkCredentials(input, newCaller(), database.db)).name).toBe("Zoe");
  });

  it("answers alike to a wrong password, an unknown e-mail and an account without a password", async () => {
    const refusals = await Promise.all(
      ["ada@example.com", "nobody@example.com", "grace@example.com"].map((email) =>
        refusalOf(checkCredentials({ email, password: "wrong password" }, newCaller(), database.db)),
      ),
    );
    for (const refusal of refusals) expect(refusal.toBody()).toEqual(refusals[0]?.toBody());
    expect(refusals[0]?.code).toBe("unauthenticated");
  });

  it("does as much work for an unknown e-mail as for a wrong password", async () => {
    // Processor time, not time on the clock: what else the machine does at the moment does not count.
    const workOf = async (email: string) => {
      const before = process.cpuUsage();
      for (let round = 0; round < 6; round += 1) {
        await refusalOf(checkCredentials({ email, password: "wrong password" }, newCaller(), database.db));
      }
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await workOf("nobody@example.com");
    const [known, unknown] = [await workOf("ada@example.com"), await workOf("nobody@example.com")];
    // Without the decoy's hash an unknown e-mail takes a small part of the work.
    expect(unknown / known).toBeGreaterThan(0.6);
    expect(unknown / known).toBeLessThan(1.6);
  });

  it("refuses after ten failures of one e-mail from one address, even the right password", async () => {
    const caller = newCaller();
    const wrong = { email: "ada@example.com", password: "wrong password" };
    for (let attempt = 0; attempt < SIGN_IN_LIMIT.points; attempt += 1) {
      expect((await refusalOf(checkCredentials(wrong, caller, database.db))).code).toBe("unauthenticated");
    }
    expect((await refusalOf(checkCredentials({ ...wrong, password }, caller, database.db))).code).toBe("rate_limited");
    expect((await checkCredentials({ ...wrong, password }, newCaller(), database.db)).name).toBe("Ada");
  });

  it("counts the addresses of one network of IPv6 together", async () => {
    const wrong = { email: "ada@example.com", password: "wrong password" };
    const guess = (host: number) =>
      refusalOf(checkCredentials(wrong, { ip: `2001:db8:1:2::${host}`, userAgent: null }, database.db));
    for (let host = 1; host <= SIGN_IN_LIMIT.points; host += 1) await guess(host);
    expect((await guess(999)).code).toBe("rate_limited");
  });

  it("forgets failures when the right password comes, however often one signs in", async () => {
    const caller = newCaller();
    const right = { email: "ada@example.com", password };
    for (let round = 0; round < 3; round += 1) {
      for (let failure = 0; failure < 6; failure += 1) {
        await refusalOf(checkCredentials({ ...right, password: "wrong password" }, caller, database.db));
      }
      expect((await checkCredentials(right, caller, database.db)).name).toBe("Ada");
    }
  });

  it("lets no more than ten of forty parallel guesses through", async () => {
    const caller = newCaller();
    const wrong = { email: "ada@example.com", password: "wrong password" };
    const guesses = Array.from({ length: 40 }, () => refusalOf(checkCredentials(wrong, caller, database.db)));
    const codes = (await Promise.all(guesses)).map((error) => error.code);
    expect(codes.filter((code) => code === "unauthenticated")).toHaveLength(SIGN_IN_LIMIT.points);
  });
});

describe("sessions", () => {
  it("end when revoked, and only they", async () => {
    const { userId } = await checkCredentials({ email: "ada@example.com", password }, newCaller(), database.db);
    const [first, second] = [
      await createSession(userId, newCaller(), database.db),
      await createSession(userId, newCaller(), database.db),
    ];
    expect((await findActorBySession(first, database.db))?.userId).toBe(userId);
    await revokeSession(first, database.db);
    await revokeSession(first, database.db);
    expect(await findActorBySession(first, database.db)).toBeNull();
    expect((await findActorBySession(second, database.db))?.sessionId).toBe(second);
  });

  it("are opened by a password for as long as it is the account's, and not while it changes", async () => {
    const input = { name: "Mae", email: "mae@example.com", password };
    const { userId } = await registerShopper(input, database.db);
    const print = (await findPrint({ id: userId }, database.db)) ?? "";
    const openByPassword = () => createSession(userId, newCaller(), database.db, { print });
    expect((await findActorBySession(await openByPassword(), database.db))?.userId).toBe(userId);
    const attempt = await database.db.$transaction(async (tx) => {
      await tx.user.update({ where: { id: userId }, data: { passwordHash: "another" } });
      return { refusal: refusalOf(openByPassword()) };
    });
    expect((await attempt.refusal).code).toBe("unauthenticated");
    expect(await database.db.session.count({ where: { userId } })).toBe(1);
  });

  it("past their time are cleared away at the next sign-in", async () => {
    const { userId } = await checkCredentials(
      { email: "zoe@example.com", password: "caf\u00e9 au lait chaud" },
      newCaller(),
      database.db,
    );
    const old = await createSession(userId, newCaller(), database.db);
    await database.db.session.update({ where: { id: old }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await findActorBySession(old, database.db)).toBeNull();
    const fresh = await createSession(userId, newCaller(), database.db);
    const rows = await database.db.session.findMany({ where: { userId }, select: { id: true } });
    expect(rows).toEqual([{ id: fresh }]);
  });
});
