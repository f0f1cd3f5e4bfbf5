import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Role } from "@/prisma/generated/enums";
import { createSession, revokeSession } from "../auth/commands";
import { sessionCookieName } from "../auth/session-token";
import { getEnv, getSecret } from "../env";
import { handler } from "./handler";

const database = useTestDatabase();
const caller = { ip: "198.51.100.7", userAgent: "test" };
const noParams = { params: Promise.resolve({}) };

async function cookieOf(sessionId: string): Promise<string> {
  const token = await encode({ token: { sid: sessionId }, secret: getSecret("NEXTAUTH_SECRET") });
  return `${sessionCookieName()}=${token}`;
}

async function signIn(role: Role): Promise<{ cookie: string; sessionId: string }> {
  const email = `${role}-${crypto.randomUUID()}@example.com`;
  const user = await database.db.user.create({ data: { email, name: role, role } });
  const sessionId = await createSession(user.id, caller, database.db);
  return { cookie: await cookieOf(sessionId), sessionId };
}

function request(init: RequestInit & { url?: string } = {}): Request {
  return new Request(init.url ?? "http://shop.test/api/x", init);
}

async function answerOf(response: Response) {
  const body = await response.json();
  return { status: response.status, code: body.error?.code as string | undefined, body };
}

const whoAmI = handler({ access: "signed_in", output: z.object({ role: z.string() }) }, async ({ actor }) => actor);
const staffOnly = handler(
  { access: ["staff", "admin"], output: z.object({ role: z.string() }) },
  async ({ actor }) => actor,
);
const cron = handler({ access: "cron", output: z.object({ ok: z.boolean() }) }, async () => ({ ok: true }));
const post = handler(
  {
    access: "public",
    body: z.object({ name: z.string().max(10) }),
    output: z.object({ name: z.string() }),
    status: 201,
  },
  async ({ body }) => ({ ...body, passwordHash: "secret" }),
);
const postJson = (body: BodyInit, headers: Record<string, string> = {}) =>
  post(request({ method: "POST", body, headers }), noParams);

describe("who may call", () => {
  it("knows who is signed in, and passes no more of them than the output names", async () => {
    const { cookie } = await signIn("shopper");
    const answer = await answerOf(await whoAmI(request({ headers: { cookie: `a=b; ${cookie}; c=d` } }), noParams));
    expect(answer).toMatchObject({ status: 200, body: { role: "shopper" } });
    expect(Object.keys(answer.body)).toEqual(["role"]);
  });

  it("answers 401 in the one error shape without a cookie, and with one that is not ours", async () => {
    const foreign = await encode({
      token: { sid: crypto.randomUUID() },
      secret: "another-secret-0123456789abcdef-0123",
    });
    for (const cookie of ["", "a=b", `${sessionCookieName()}=rubbish`, `${sessionCookieName()}=${foreign}`]) {
      const answer = await answerOf(await whoAmI(request({ headers: { cookie } }), noParams));
      expect(answer).toMatchObject({ status: 401, code: "unauthenticated" });
      expect(Object.keys(answer.body)).toEqual(["error"]);
    }
  });

  it("answers 401 once the session has expired, though the cookie has not", async () => {
    const { cookie, sessionId } = await signIn("shopper");
    await database.db.session.update({ where: { id: sessionId }, data: { expiresAt: new Date(Date.now() - 1000) } });
    const answer = await answerOf(await whoAmI(request({ headers: { cookie } }), noParams));
    expect(answer).toMatchObject({ status: 401, code: "unauthenticated" });
  });

  it("answers 401 once the session is revoked, deleted, or never was", async () => {
    const revoked = await signIn("shopper");
    await revokeSession(revoked.sessionId, database.db);
    const deleted = await signIn("shopper");
    await database.db.session.delete({ where: { id: deleted.sessionId } });
    for (const cookie of [revoked.cookie, deleted.cookie, await cookieOf(crypto.randomUUID()), await cookieOf("x")]) {
      expect((await whoAmI(request({ headers: { cookie } }), noParams)).status).toBe(401);
    }
  });

  it("lets the named roles in, and hides the route from the others", async () => {
    for (const [role, status] of [
      ["staff", 200],
      ["admin", 200],
      ["shopper", 404],
      ["publisher", 404],
    ] as const) {
      const { cookie } = await signIn(role);
      expect((await staffOnly(request({ headers: { cookie } }), noParams)).status).toBe(status);
    }
    expect((await staffOnly(request(), noParams)).status).toBe(401);
  });

  it("follows a role that was taken away, at once", async () => {
    const { cookie, sessionId } = await signIn("staff");
    const session = await database.db.session.findUniqueOrThrow({ where: { id: sessionId } });
    await database.db.user.update({ where: { id: session.userId }, data: { role: "shopper" } });
    expect((await staffOnly(request({ headers: { cookie } }), noParams)).status).toBe(404);
  });

  it("takes the scheduler's secret and no other", async () => {
    const call = (authorization?: string) =>
      cron(request({ headers: authorization ? { authorization } : {} }), noParams);
    expect((await call(`Bearer ${getEnv().CRON_SECRET}`)).status).toBe(200);
    for (const wrong of [undefined, "Bearer ", "Bearer nope", getEnv().CRON_SECRET, `bearer ${getEnv().CRON_SECRET}`]) {
      expect(await answerOf(await call(wrong))).toMatchObject({ status: 401, code: "unauthenticated" });
    }
  });

  it("refuses what another site's page sends", async () => {
    const body = JSON.stringify({ name: "Ada" });
    const send = (origin: string) => postJson(body, { origin, host: "shop.test" });
    expect((await send("http://shop.test")).status).toBe(201);
    for (const origin of ["https://evil.example", "http://shop.test.evil.example", "null"]) {
      expect(await answerOf(await send(origin))).toMatchObject({ status: 403, code: "forbidden" });
    }
  });
});

describe("what may be sent", () => {
  it("takes a body that fits and strips what the output does not name", async () => {
    const response = await postJson(JSON.stringify({ name: "Ada", extra: 1 }));
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ name: "Ada" });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it.each(["{", "", "not json", "\u0000"])("refuses %j", async (body) => {
    const { status } = await postJson(body);
    expect(status).toBe(body === "" ? 422 : 400);
  });

  it("refuses bytes that are no text", async () => {
    expect(await answerOf(await postJson(new Uint8Array([0x22, 0xff, 0xfe, 0x22])))).toMatchObject({ status: 400 });
  });

  it("names the field that is wrong", async () => {
    const answer = await answerOf(await postJson(JSON.stringify({ name: "x".repeat(11) })));
    expect(answer).toMatchObject({ status: 422, code: "invalid_input" });
    expect(Object.keys(answer.body.error.fields)).toEqual(["name"]);
  });

  it("refuses 1 MB, whether the length is told or not", async () => {
    const text = JSON.stringify({ name: "x".repeat(1024 * 1024) });
    const told = await answerOf(await postJson(text, { "content-length": String(text.length) }));
    expect(told).toMatchObject({ status: 413, code: "payload_too_large" });
    const stream = new Blob([text]).stream();
    const init = { method: "POST", body: stream, duplex: "half" } as RequestInit;
    expect(await answerOf(await post(request(init), noParams))).toMatchObject({ status: 413 });
  });

  it("hides what went wrong on our side", async () => {
    const broken = handler({ access: "public" }, async () => {
      throw new Error("password=hunter2");
    });
    const answer = await answerOf(await broken(request(), noParams));
    expect(answer).toMatchObject({ status: 500, code: "internal" });
    expect(JSON.stringify(answer.body)).not.toContain("hunter2");
  });
});

describe("a rate limit", () => {
  const limited = handler(
    { access: "public", rateLimit: { name: "test-route", points: 3, durationSeconds: 60 }, output: z.object({}) },
    async () => ({}),
  );
  const callFrom = (forwarded: string) => limited(request({ headers: { "x-forwarded-for": forwarded } }), noParams);

  beforeAll(async () => {
    await Promise.all([1, 2, 3].map(() => callFrom("203.0.113.1")));
  });

  it("answers 429 with Retry-After once it is used up", async () => {
    const response = await callFrom("203.0.113.1");
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(50);
    expect(await answerOf(response)).toMatchObject({ status: 429, code: "rate_limited" });
  });

  it("counts by the address that the nearest proxy saw, not by one that the caller claims", async () => {
    expect((await callFrom("192.0.2.99, 203.0.113.1")).status).toBe(429);
    expect((await callFrom("203.0.113.2")).status).toBe(200);
  });

  it("counts parallel calls each", async () => {
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await callFrom("203.0.113.3")).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
  });

  it("keeps no addresses", async () => {
    const rows = await database.db.rateLimiterFlexible.findMany();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain("203.0.113");
  });
});
