import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { codeAt, createShopper, turnTwoFactorOn } from "@/lib/server/account/test-account";
import type { Actor } from "@/lib/server/auth/actor";
import { ticketCookie } from "@/lib/server/auth/sign-in-ticket";
import { Browser, SESSION_COOKIE } from "./test-browser";

const database = useTestDatabase();
let ada: Actor;
let secret: string;
let codes: string[];
let browser: Browser;

const sendCode = (code: string, from = browser) => from.submit("callback/code", { code });
const whoIs = async (from: Browser) => (await from.send("session")).body.user?.userId;
const sessions = () => database.db.session.count({ where: { userId: ada.userId } });

beforeEach(async () => {
  ada = await createShopper(database.db);
  ({ secret, codes } = await turnTwoFactorOn(database.db, ada));
  browser = new Browser();
});

describe("signing in with two factors", () => {
  it("asks for a code once the password is right, and opens no session before", async () => {
    const before = await sessions();
    const first = await browser.signIn(ada.email);
    expect(first).toMatchObject({ status: 200, body: { url: "/sign-in/code", isCodeNeeded: true } });
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
    expect([await whoIs(browser), await sessions()]).toEqual([undefined, before]);

    expect((await sendCode(codeAt(secret))).status).toBe(200);
    expect(await whoIs(browser)).toBe(ada.userId);
    expect(browser.cookies.has(ticketCookie.name)).toBe(false);
  });

  it("takes a recovery code in the app's stead, once", async () => {
    await browser.signIn(ada.email);
    await sendCode(codes[3] ?? "");
    expect(await whoIs(browser)).toBe(ada.userId);
    const again = new Browser();
    await again.signIn(ada.email);
    expect(await sendCode(codes[3] ?? "", again)).toMatchObject({ status: 422 });
  });

  it("keeps the ticket from scripts and other sites", async () => {
    const { headers } = await browser.signIn(ada.email);
    const line = headers.getSetCookie().find((cookie) => cookie.startsWith(ticketCookie.name));
    expect(line).toMatch(/HttpOnly; SameSite=Lax; Max-Age=600/);
    expect(line).not.toContain(ada.userId);
  });

  it("lets a wrong code be corrected, five times, and tells of it at the field", async () => {
    await browser.signIn(ada.email);
    for (let guess = 0; guess < 5; guess += 1) {
      const answer = await sendCode("000000");
      expect(answer).toMatchObject({ status: 422, body: { error: { fields: { code: expect.any(String) } } } });
    }
    expect((await sendCode(codeAt(secret))).status).toBe(429);
    expect(await whoIs(browser)).toBeUndefined();
  });

  it("answers a wrong password as it does without two factors", async () => {
    const eve = await createShopper(database.db, "Eve");
    const [plain, guarded] = [await browser.signIn(eve.email, "wrong"), await browser.signIn(ada.email, "wrong")];
    expect(guarded).toMatchObject({ status: 401, body: plain.body });
    expect(browser.cookies.has(ticketCookie.name)).toBe(false);
  });
});

describe("a code without a ticket that counts", () => {
  it("opens nothing without a first step", async () => {
    expect((await sendCode(codeAt(secret))).status).toBe(403);
  });

  it.each(["rubbish", ""])("opens nothing with the ticket %j", async (ticket) => {
    browser.cookies.set(ticketCookie.name, ticket);
    expect((await sendCode(codeAt(secret))).status).toBe(403);
  });

  it("opens nothing ten minutes later", async () => {
    const user = await database.db.user.findUniqueOrThrow({ where: { id: ada.userId } });
    await browser.signIn(ada.email);
    const ticket = ticketCookie.read(browser.cookies.get(ticketCookie.name));
    if (!ticket) throw new Error("there is no ticket");
    const old = ticketCookie.keep(ticket, new Date(Date.now() - 10 * 60_000)).match(/=([^;]+)/)?.[1] ?? "";
    browser.cookies.set(ticketCookie.name, old);
    expect((await sendCode(codeAt(secret))).status).toBe(403);
    expect(user.deletedAt).toBeNull();
  });

  it("opens nothing after the password changed", async () => {
    await browser.signIn(ada.email);
    await database.db.user.update({ where: { id: ada.userId }, data: { passwordHash: "another" } });
    expect((await sendCode(codeAt(secret))).status).toBe(403);
  });

  it("opens nothing with somebody else's ticket", async () => {
    const eve = await createShopper(database.db, "Eve");
    await turnTwoFactorOn(database.db, eve);
    await browser.signIn(eve.email);
    expect((await sendCode(codeAt(secret))).status).toBe(422);
  });

  it("is refused without the CSRF token", async () => {
    await browser.signIn(ada.email);
    const answer = await browser.send("callback/code", { body: { code: codeAt(secret), json: "true" } });
    expect(answer.status).toBe(403);
  });
});
