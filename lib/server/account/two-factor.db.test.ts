import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Actor } from "../auth/actor";
import { getLastMail } from "../mail/test-mail";
import { refusalOf } from "../test-refusal";
import { getTwoFactor } from "./queries";
import { codeAt, createProviderShopper, createShopper, newCaller, PASSWORD, turnTwoFactorOn } from "./test-account";
import { beginTwoFactor, disableTwoFactor, enableTwoFactor, renewRecoveryCodes } from "./two-factor";

const database = useTestDatabase();
const context = () => ({ caller: newCaller(), db: database.db });
const proof = { password: PASSWORD };
let ada: Actor;

const begin = (given: { password?: string } = proof) => beginTwoFactor(ada, given, context());
const enable = (code: string) => enableTwoFactor(ada, { code }, context());

beforeEach(async () => {
  ada = await createShopper(database.db);
});

describe("setting up an app", () => {
  it("gives the secret as a text, an address and a picture, and asks for nothing yet", async () => {
    const { secret, otpauthUrl, qrCode } = await begin();
    expect(new URL(otpauthUrl).searchParams.get("secret")).toBe(secret);
    expect(Buffer.from(qrCode.split(",")[1] ?? "", "base64").toString()).toMatch(/^<svg/);
    expect((await getTwoFactor(ada, database.db)).enabledAt).toBeNull();
  });

  it("takes the password: who finds a browser open locks nobody out", async () => {
    expect((await refusalOf(begin({}))).fields).toHaveProperty("password");
    expect((await refusalOf(begin({ password: "not the password" }))).fields).toHaveProperty("password");
    expect(await database.db.twoFactor.count({ where: { userId: ada.userId } })).toBe(0);
  });

  it("is on with a first code, and gives ten recovery codes", async () => {
    const { secret } = await begin();
    const { codes } = await enable(codeAt(secret));
    expect(new Set(codes).size).toBe(10);
    expect(await getTwoFactor(ada, database.db)).toMatchObject({ recoveryCodesLeft: 10 });
    expect((await getTwoFactor(ada, database.db)).enabledAt).not.toBeNull();
    expect((await getLastMail(database.db, ada.email)).kind).toBe("account.twoFactorOn");
  });

  it("stays off with a wrong code, without having begun, and with the code of a secret that was replaced", async () => {
    expect((await refusalOf(enable("123456"))).code).toBe("conflict");
    const first = await begin();
    const second = await begin();
    for (const code of ["000000", "nonsense", "０８１８０４", codeAt(first.secret)]) {
      expect((await refusalOf(enable(code))).code).toBe("invalid_input");
    }
    await enable(codeAt(second.secret));
  });

  it("is turned on once of ten attempts at once, with one set of recovery codes", async () => {
    const { secret } = await begin();
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => enable(codeAt(secret))));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await getTwoFactor(ada, database.db)).recoveryCodesLeft).toBe(10);
  });

  it("cannot replace the secret of an app that is in use", async () => {
    const { secret } = await turnTwoFactorOn(database.db, ada);
    const before = await database.db.twoFactor.findUniqueOrThrow({ where: { userId: ada.userId } });
    expect((await refusalOf(begin())).code).toBe("conflict");
    expect(await database.db.twoFactor.findUniqueOrThrow({ where: { userId: ada.userId } })).toEqual(before);
    expect((await refusalOf(enable(codeAt(secret)))).code).toBe("conflict");
  });
});

describe("turning it off", () => {
  it("takes the password and a code, and ends the recovery codes", async () => {
    const { secret } = await turnTwoFactorOn(database.db, ada);
    const off = (given: object) => disableTwoFactor(ada, given, context());
    expect((await refusalOf(off(proof))).fields).toHaveProperty("code");
    expect((await refusalOf(off({ code: codeAt(secret) }))).fields).toHaveProperty("password");
    expect((await refusalOf(off({ ...proof, code: "000000" }))).fields).toHaveProperty("code");
    await off({ ...proof, code: codeAt(secret) });
    expect(await getTwoFactor(ada, database.db)).toEqual({ enabledAt: null, recoveryCodesLeft: 0 });
    expect((await getLastMail(database.db, ada.email)).kind).toBe("account.twoFactorOff");
    expect((await refusalOf(off(proof))).code).toBe("conflict");
  });

  it("works by a recovery code, too", async () => {
    const { codes } = await turnTwoFactorOn(database.db, ada);
    await disableTwoFactor(ada, { ...proof, code: codes[0] }, context());
    expect((await getTwoFactor(ada, database.db)).enabledAt).toBeNull();
  });

  it("does nothing to somebody else's", async () => {
    const eve = await createShopper(database.db, "Eve");
    await turnTwoFactorOn(database.db, eve);
    expect((await refusalOf(disableTwoFactor(ada, proof, context()))).code).toBe("conflict");
    expect((await getTwoFactor(eve, database.db)).enabledAt).not.toBeNull();
  });
});

describe("new recovery codes", () => {
  it("end the old ones", async () => {
    const { secret, codes: old } = await turnTwoFactorOn(database.db, ada);
    const { codes } = await renewRecoveryCodes(ada, { ...proof, code: codeAt(secret) }, context());
    expect(codes.filter((code) => old.includes(code))).toEqual([]);
    const attempt = disableTwoFactor(ada, { ...proof, code: old[0] }, context());
    expect((await refusalOf(attempt)).fields).toHaveProperty("code");
    await disableTwoFactor(ada, { ...proof, code: codes[9] }, context());
  });

  it("are not made where it is off", async () => {
    expect((await refusalOf(renewRecoveryCodes(ada, proof, context()))).code).toBe("conflict");
  });

  it("take a code alone where there is no password", async () => {
    const grace = await createProviderShopper(database.db);
    const { secret } = await turnTwoFactorOn(database.db, grace);
    expect((await renewRecoveryCodes(grace, { code: codeAt(secret) }, context())).codes).toHaveLength(10);
  });
});
