import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { GET, POST } from "./[...nextauth]/route";
import { POST as REGISTER } from "./register/route";

const database = useTestDatabase();
const password = "a few random words";
let addresses = 0;

/** A browser: keeps cookies, and sends its page's origin. */
class Browser {
  readonly cookies = new Map<string, string>();
  readonly #ip: string;

  constructor() {
    addresses += 1;
    this.#ip = `198.51.100.${addresses}`;
  }

  async send(path: string, init: { body?: unknown; method?: string; headers?: Record<string, string> } = {}) {
    const method = init.method ?? (init.body === undefined ? "GET" : "POST");
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, host: "localhost:3000", "x-forwarded-for": this.#ip, ...init.headers };
    const request = new Request(`http://localhost:3000/api/auth/${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(init.body !== undefined && { body: typeof init.body === "string" ? init.body : JSON.stringify(init.body) }),
    });
    const nextauth = path.split("?")[0]?.split("/") ?? [];
    const route = path === "register" ? REGISTER : method === "GET" ? GET : POST;
    const response = await route(request, { params: Promise.resolve({ nextauth }) });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  }

  #keep(line: string) {
    const [name = "", value = ""] = line.split(";")[0]?.split(/=(.*)/) ?? [];
    if (value && !/max-age=0/i.test(line)) this.cookies.set(name, value);
    else this.cookies.delete(name);
  }

  async submit(path: string, fields: Record<string, string> = {}) {
    const { body } = await this.send("csrf");
    return this.send(path, { body: { ...fields, csrfToken: body.csrfToken, json: "true" } });
  }

  register(email: string) {
    return this.send("register", { body: { name: "Ada", email, password } });
  }

  signIn(email: string, secret = password) {
    return this.submit("callback/credentials", { email, password: secret });
  }
}

async function signedIn(email: string): Promise<Browser> {
  const browser = new Browser();
  await browser.register(email);
  expect((await browser.signIn(email)).status).toBe(200);
  return browser;
}

const SESSION_COOKIE = "next-auth.session-token";

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
