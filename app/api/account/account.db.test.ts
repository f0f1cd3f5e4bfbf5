import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { codeAt, createShopper, newCaller, openSession, PASSWORD } from "@/lib/server/account/test-account";
import type { Actor } from "@/lib/server/auth/actor";
import { getLastMail, tokenOf } from "@/lib/server/mail/test-mail";
import { toUnsubscribeToken } from "@/lib/server/mail/unsubscribe";
import { requestAs } from "@/lib/server/sales/test-world";
import * as confirmEmail from "../auth/confirm-email/route";
import * as passwordReset from "../auth/password-reset/route";
import * as unsubscribe from "../mail/unsubscribe/route";
import * as close from "./close/route";
import * as email from "./email/route";
import * as exported from "./export/route";
import * as linked from "./linked/[provider]/route";
import * as notifications from "./notifications/route";
import * as password from "./password/route";
import * as profile from "./profile/route";
import * as session from "./sessions/[id]/route";
import * as sessions from "./sessions/route";
import * as disable from "./two-factor/disable/route";
import * as enable from "./two-factor/enable/route";
import * as recoveryCodes from "./two-factor/recovery-codes/route";
import * as twoFactor from "./two-factor/route";
import * as verification from "./verification/route";

const database = useTestDatabase();
let ada: Actor;

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Call = {
  who?: Actor | null;
  body?: unknown;
  params?: Record<string, string>;
  headers?: Record<string, string>;
  path?: string;
};

async function call(route: Partial<Record<Method, Route>>, method: Method, given: Call = {}) {
  const { who = ada, body, params = {}, headers = {}, path = "/" } = given;
  const run = route[method];
  if (!run) throw new Error(`there is no ${method}`);
  const plain = await requestAs(who, path);
  const request = new Request(plain, {
    method,
    headers: { ...Object.fromEntries(plain.headers), "x-forwarded-for": newCaller().ip, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const response = await run(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

beforeEach(async () => {
  ada = await createShopper(database.db);
});

const changes: [string, Partial<Record<Method, Route>>, Method, Record<string, string>?][] = [
  ["profile", profile, "PATCH"],
  ["password", password, "PUT"],
  ["email", email, "POST"],
  ["email", email, "DELETE"],
  ["verification", verification, "POST"],
  ["sessions", sessions, "DELETE"],
  ["sessions/[id]", session, "DELETE", { id: crypto.randomUUID() }],
  ["two-factor", twoFactor, "POST"],
  ["two-factor/enable", enable, "POST"],
  ["two-factor/disable", disable, "POST"],
  ["two-factor/recovery-codes", recoveryCodes, "POST"],
  ["linked/[provider]", linked, "DELETE", { provider: "github" }],
  ["notifications", notifications, "PUT"],
  ["close", close, "POST"],
];

const reads: [string, Partial<Record<Method, Route>>][] = [
  ["profile", profile],
  ["sessions", sessions],
  ["two-factor", twoFactor],
  ["notifications", notifications],
  ["export", exported],
];

describe("somebody who is not signed in", () => {
  it.each(changes)("is refused at %s", async (_name, route, method, params) => {
    const answer = await call(route, method, { who: null, body: {}, ...(params && { params }) });
    expect(answer).toMatchObject({ status: 401, body: { error: { code: "unauthenticated" } } });
  });

  it.each(reads)("reads nothing at %s", async (_name, route) => {
    expect((await call(route, "GET", { who: null })).status).toBe(401);
  });
});

describe("another site's page", () => {
  it.each(changes)("changes nothing at %s", async (_name, route, method, params) => {
    const headers = { origin: "https://evil.example", host: "localhost" };
    expect((await call(route, method, { body: {}, headers, ...(params && { params }) })).status).toBe(403);
  });
});

describe("bad input", () => {
  it.each([
    ["profile", profile, "PATCH", { name: "", locale: "xx", currency: "EUR" }, ["name", "locale"]],
    ["profile", profile, "PATCH", { name: "a\u202eb", locale: "en", currency: "XYZ" }, ["name", "currency"]],
    ["profile", profile, "PATCH", { name: "\u200b \u2060\u3164", locale: "en", currency: null }, ["name"]],
    ["password", password, "PUT", { currentPassword: "", password: "short" }, ["currentPassword", "password"]],
    ["email", email, "POST", { email: "no address" }, ["email"]],
    ["two-factor", twoFactor, "POST", { password: 1 }, ["password"]],
    ["two-factor/enable", enable, "POST", { code: "" }, ["code"]],
    ["two-factor/disable", disable, "POST", { code: "x".repeat(41) }, ["code"]],
    ["notifications", notifications, "PUT", { priceDrops: true }, ["releases", "replies"]],
    ["close", close, "POST", { confirmation: "" }, ["confirmation"]],
    ["confirm-email", confirmEmail, "POST", { token: "short" }, ["token"]],
    ["password-reset", passwordReset, "POST", { email: "x" }, ["email"]],
    ["password-reset", passwordReset, "PUT", { token: "x".repeat(43), password: "short" }, ["password"]],
  ] as const)("is named by its fields at %s, case %#", async (_name, route, method, body, fields) => {
    const answer = await call(route, method, { body });
    expect(answer).toMatchObject({ status: 422, body: { error: { code: "invalid_input" } } });
    expect(Object.keys(answer.body.error.fields)).toEqual([...fields]);
  });

  it("is told of in the language of the page", async () => {
    const answer = await call(profile, "PATCH", {
      body: { name: "", locale: "es", currency: null },
      headers: { "accept-language": "es" },
    });
    expect(answer.body.error.fields.name).toBe("Escribe tu nombre");
  });

  it.each([
    [session, { id: "no-id" }],
    [linked, { provider: "facebook" }],
  ])("in an address leads nowhere, case %#", async (route, params) => {
    expect((await call(route, "DELETE", { params })).status).toBe(404);
  });
});

describe("one's account", () => {
  it("is told with what the pages show, and nothing else", async () => {
    const { body } = await call(profile, "GET");
    expect(body).toMatchObject({ name: "Ada", email: ada.email, isEmailVerified: false, hasPassword: true });
    expect(JSON.stringify(body)).not.toContain("argon2");
  });

  it("takes a new name, language and currency", async () => {
    const input = { name: "Ada L.", locale: "es", currency: "JPY" };
    expect(await call(profile, "PATCH", { body: input })).toMatchObject({ status: 200, body: input });
    expect(await call(profile, "PATCH", { body: { ...input, currency: null } })).toMatchObject({
      body: { currency: null },
    });
  });

  it("takes a new password, with which one goes on here", async () => {
    const input = { currentPassword: PASSWORD, password: "quite another phrase" };
    expect((await call(password, "PUT", { body: input })).status).toBe(204);
    expect((await call(profile, "GET")).status).toBe(200);
  });

  it("takes another address by a link", async () => {
    const address = `new-${ada.userId}@example.com`;
    expect((await call(email, "POST", { body: { email: address, password: PASSWORD } })).status).toBe(202);
    const token = tokenOf(await getLastMail(database.db, address));
    const confirmed = await call(confirmEmail, "POST", { who: null, body: { token } });
    expect(confirmed).toMatchObject({ status: 200, body: { kind: "changed", email: address } });
    expect((await call(confirmEmail, "POST", { who: null, body: { token } })).status).toBe(409);
    expect((await call(email, "DELETE")).status).toBe(204);
  });

  it("lists its browsers, and signs one or all others out", async () => {
    const [second, third] = [await openSession(database.db, ada.userId), await openSession(database.db, ada.userId)];
    expect((await call(sessions, "GET")).body.items).toHaveLength(3);
    expect((await call(session, "DELETE", { params: { id: second.sessionId } })).status).toBe(204);
    expect((await call(sessions, "GET", { who: second })).status).toBe(401);
    expect((await call(sessions, "DELETE")).status).toBe(204);
    expect((await call(sessions, "GET", { who: third })).status).toBe(401);
    const eve = await createShopper(database.db, "Eve");
    expect((await call(session, "DELETE", { params: { id: eve.sessionId } })).status).toBe(404);
  });

  it("turns two-factor sign-in on and off", async () => {
    const begun = await call(twoFactor, "POST", { body: { password: PASSWORD } });
    expect(begun).toMatchObject({ status: 200, body: { qrCode: expect.stringMatching(/^data:image\/svg/) } });
    const on = await call(enable, "POST", { body: { code: codeAt(begun.body.secret) } });
    expect(on.body.codes).toHaveLength(10);
    expect((await call(twoFactor, "GET")).body).toMatchObject({ recoveryCodesLeft: 10 });
    const proof = (index: number) => ({ password: PASSWORD, code: on.body.codes[index] });
    const fresh = await call(recoveryCodes, "POST", { body: proof(0) });
    expect((await call(disable, "POST", { body: proof(1) })).status).toBe(422);
    expect((await call(disable, "POST", { body: { ...proof(0), code: fresh.body.codes[0] } })).status).toBe(204);
    expect((await call(twoFactor, "GET")).body).toEqual({ enabledAt: null, recoveryCodesLeft: 0 });
  });

  it("unlinks what is linked, and answers 404 for what is not", async () => {
    await database.db.account.create({ data: { userId: ada.userId, provider: "github", providerAccountId: "1" } });
    const params = { provider: "github" };
    expect((await call(linked, "DELETE", { params })).status).toBe(204);
    expect((await call(linked, "DELETE", { params })).status).toBe(404);
  });

  it("sends the link that proves the address again, some times", async () => {
    const statuses: number[] = [];
    for (let asked = 0; asked < 6; asked += 1) statuses.push((await call(verification, "POST")).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
  });

  it("is given out as a file", async () => {
    const { headers, body } = await call(exported, "GET");
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename=/);
    expect(body).toMatchObject({ profile: { email: ada.email } });
  });

  it("is closed, and then nobody is signed in", async () => {
    const input = { confirmation: ada.email.toUpperCase(), password: PASSWORD };
    expect((await call(close, "POST", { body: input })).status).toBe(204);
    expect((await call(profile, "GET")).status).toBe(401);
  });
});

describe("a forgotten password", () => {
  const ask = (address: string) => call(passwordReset, "POST", { who: null, body: { email: address } });

  it("gets the same answer for an address with an account and one without", async () => {
    const [known, unknown] = [await ask(ada.email), await ask("nobody@example.com")];
    expect(known).toMatchObject({ status: 202, body: undefined });
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect([...unknown.headers.keys()]).toEqual([...known.headers.keys()]);
  });

  it("is replaced by the link", async () => {
    await ask(ada.email);
    const token = tokenOf(await getLastMail(database.db, ada.email));
    const body = { token, password: "quite another phrase" };
    expect((await call(passwordReset, "PUT", { who: null, body })).status).toBe(204);
    expect((await call(passwordReset, "PUT", { who: null, body })).status).toBe(409);
    expect((await call(profile, "GET")).status).toBe(401);
  });
});

describe("mail that one may end", () => {
  const all = { priceDrops: true, releases: true, replies: true };
  const click = (token: string, headers: Record<string, string> = {}) =>
    call(unsubscribe, "POST", { who: null, path: `/api/mail/unsubscribe?token=${token}`, headers });

  beforeEach(() => call(notifications, "PUT", { body: all }));

  it("is chosen in the account", async () => {
    expect((await call(notifications, "GET")).body).toEqual(all);
    const none = { priceDrops: false, releases: false, replies: false };
    expect((await call(notifications, "PUT", { body: none })).body).toEqual(none);
  });

  it("ends by one click of a mail program, without anything but the link, and twice is fine", async () => {
    const token = toUnsubscribeToken({ userId: ada.userId, setting: "releases" });
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    for (let round = 0; round < 2; round += 1) expect((await click(token, headers)).status).toBe(204);
    expect((await call(notifications, "GET")).body).toEqual({ ...all, releases: false });
  });

  it("does not end for a link that is none of ours, or somebody else's", async () => {
    const token = toUnsubscribeToken({ userId: crypto.randomUUID(), setting: "releases" });
    expect((await click(token)).status).toBe(204);
    expect((await click(token.replace("releases", "replies"))).status).toBe(404);
    expect((await click("")).status).toBe(404);
    expect((await call(notifications, "GET")).body).toEqual(all);
  });
});
