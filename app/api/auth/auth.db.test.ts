import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { resetPassword } from "@/lib/server/account/passwords";
import { issueEmailToken } from "@/lib/server/auth/email-tokens";
import { Browser, PASSWORD, SESSION_COOKIE, signedIn } from "./test-browser";

const database = useTestDatabase();
const password = PASSWORD;

describe("signing in and out", () => {
  it("registers, signs in, tells who one is, and signs out", async () => {
    const browser = new Browser();
    const created = await browser.register(" Ada@Example.com ");
    expect(created).toMatchObject({ status: 201, body: { email: "ada@example.com", role: "shopper" } });
    expect((await browser.send("session")).body).toEqual({});
    await browser.signIn("ADA@example.com");
    expect((await browser.send("session")).body.user).toEqual(created.body);
    expect((await browser.submit("signout")).status).toBe(200);
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
    expect((await browser.send("session")).body).toEqual({});
  });

  it("gives a cookie that scripts cannot read and other sites do not send", async () => {
    const browser = new Browser();
    await browser.register("cookie@example.com");
    const { headers } = await browser.signIn("cookie@example.com");
    const line = headers.getSetCookie().find((cookie) => cookie.startsWith(SESSION_COOKIE));
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Lax/);
  });

  it.each([
    ["/library", "http://localhost:3000/library"],
    ["https://evil.example/", "http://localhost:3000"],
    ["//evil.example/", "http://localhost:3000"],
    ["http://", "http://localhost:3000"],
  ])("asked to go on to %s leads to %s", async (callbackUrl, url) => {
    const browser = await signedIn(`to-${crypto.randomUUID()}@example.com`);
    const fields = { email: "nobody@example.com", password, callbackUrl };
    expect((await browser.submit("signout", fields)).body).toEqual({ url });
  });

  it("revokes the row at sign-out: a copy of the cookie is worth nothing", async () => {
    const browser = await signedIn("copy@example.com");
    const thief = new Browser();
    thief.cookies.set(SESSION_COOKIE, browser.cookies.get(SESSION_COOKIE) ?? "");
    expect((await thief.send("session")).body.user.email).toBe("copy@example.com");
    await browser.submit("signout");
    expect((await thief.send("session")).body).toEqual({});
    expect(thief.cookies.has(SESSION_COOKIE)).toBe(false);
  });

  it("ends the old session of a browser that signs in again", async () => {
    const browser = await signedIn("again@example.com");
    await browser.signIn("again@example.com");
    const rows = await database.db.session.findMany({
      where: { user: { email: "again@example.com" } },
      orderBy: { createdAt: "asc" },
    });
    expect(rows.map((row) => row.revokedAt !== null)).toEqual([true, false]);
  });

  it("leaves no session to who signs in by the old password while it is reset", async () => {
    const email = "reset@example.com";
    await new Browser().register(email);
    const { id: userId } = await database.db.user.findUniqueOrThrow({ where: { email } });
    const token = await issueEmailToken(database.db, { userId, kind: "reset_password", email });
    const caller = { ip: "198.51.100.1", userAgent: null };
    await Promise.all([
      ...Array.from({ length: 12 }, () => new Browser().signIn(email)),
      resetPassword({ token, password: "quite another phrase" }, caller, database.db),
    ]);
    expect(await database.db.session.count({ where: { userId, revokedAt: null } })).toBe(0);
    expect((await new Browser().signIn(email)).status).toBe(401);
    expect((await new Browser().signIn(email, "quite another phrase")).status).toBe(200);
  });

  it("clears the cookie of a session that has expired", async () => {
    const browser = await signedIn("late@example.com");
    const where = { user: { email: "late@example.com" } };
    await database.db.session.updateMany({ where, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await browser.send("session")).body).toEqual({});
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
  });
});

describe("refusals", () => {
  it("answer alike to an unknown e-mail and a wrong password, in the one error shape", async () => {
    await new Browser().register("known@example.com");
    const wrong = await new Browser().signIn("known@example.com", "not the password");
    const unknown = await new Browser().signIn("unknown@example.com", "not the password");
    const odd = await new Browser().signIn("no address", "not the password");
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: "unauthenticated" } } });
    expect(unknown.body).toEqual(wrong.body);
    expect(odd.body).toEqual(wrong.body);
    expect([unknown.status, odd.status]).toEqual([401, 401]);
  });

  it("are 429 with Retry-After after ten failures", async () => {
    const browser = new Browser();
    for (let attempt = 0; attempt < 10; attempt += 1) await browser.signIn("known@example.com", "not the password");
    const answer = await browser.signIn("known@example.com");
    expect(answer).toMatchObject({ status: 429, body: { error: { code: "rate_limited" } } });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(600);
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
  });

  it("are 403 without the CSRF token, or from another site", async () => {
    const browser = new Browser();
    await browser.register("csrf@example.com");
    const fields = { email: "csrf@example.com", password, json: "true" };
    expect((await browser.send("callback/credentials", { body: fields })).status).toBe(403);
    const { body } = await browser.send("csrf");
    const headers = { origin: "https://evil.example" };
    const foreign = { body: { ...fields, csrfToken: body.csrfToken }, headers };
    expect((await browser.send("callback/credentials", foreign)).status).toBe(403);
    expect((await (await signedIn("stay@example.com")).send("signout", { body: { json: "true" } })).status).toBe(403);
  });

  it.each([
    ["callback/credentials", "{", 400],
    ["callback/credentials", `"${"x".repeat(1024 * 1024)}"`, 413],
    ["callback/credentials", `{"email":{"a":1},"callbackUrl":["x"]}`, 422],
    ["callback/credentials", "[]", 422],
    ["register", "{", 400],
    ["register", `"${"x".repeat(1024 * 1024)}"`, 413],
    ["register", "{}", 422],
    ["register", `{"name":"A","email":"a@example.com","password":"short"}`, 422],
    ["_log", "{}", 404],
    ["constructor", "{}", 404],
  ])("at %s refuse bad input, case %#", async (path, body, status) => {
    const answer = await new Browser().send(path, { body });
    expect(answer.status).toBe(status);
    expect(Object.keys(answer.body)).toEqual(["error"]);
  });

  it.each([
    ["callback/credentials", "GET"],
    ["callback/code", "GET"],
    ["callback/unknown", "GET"],
    ["callback", "GET"],
    ["callback/unknown", "POST"],
    ["csrf", "POST"],
  ])("at %s say of a %s that there is nothing, as every route does", async (path, method) => {
    const answer = await new Browser().send(path, { method, ...(method === "POST" && { body: {} }) });
    expect(answer).toMatchObject({ status: 404, body: { error: { code: "not_found" } } });
  });

  it.each(["http://[", "x", "javascript:alert(1)", "https://", "/\\[", "%E0%A4%A"])(
    "are none for who was to go on to %s: the session is told all the same",
    async (address) => {
      const browser = await signedIn(`on-${crypto.randomUUID()}@example.com`);
      browser.cookies.set("next-auth.callback-url", address);
      const answer = await browser.send(`session?callbackUrl=${encodeURIComponent(address)}`);
      expect([answer.status, answer.body.user?.name]).toEqual([200, "Ada"]);
    },
  );

  it("register a known address no second time, and say no more than that it cannot be used", async () => {
    await new Browser().register("taken@example.com");
    const answer = await new Browser().register("taken@example.com");
    expect(answer).toMatchObject({ status: 409, body: { error: { code: "conflict" } } });
    expect(Object.keys(answer.body.error.fields)).toEqual(["email"]);
  });

  it("register is 429 after twenty accounts from one address", async () => {
    const browser = new Browser();
    const statuses: number[] = [];
    for (let count = 0; count < 21; count += 1)
      statuses.push((await browser.register(`many${count}@example.com`)).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
  });
});
