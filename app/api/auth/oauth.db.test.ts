import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { routing } from "@/app/_i18n/routing";
import { useTestDatabase } from "@/jobs/local/test-database";
import { codeAt, turnTwoFactorOn } from "@/lib/server/account/test-account";
import { linkCookie } from "@/lib/server/auth/link-intent";
import { findActorBySession } from "@/lib/server/auth/queries";
import { ticketCookie } from "@/lib/server/auth/sign-in-ticket";
import { startTestOauthServer, type TestIdentity, type TestOauthServer } from "@/lib/server/auth/test-oauth-server";
import { Browser, SESSION_COOKIE, signedIn } from "./test-browser";

const database = useTestDatabase();
let provider: TestOauthServer;
let ada: TestIdentity;

beforeAll(async () => {
  provider = await startTestOauthServer();
  Object.assign(process.env, provider.env, { NEXTAUTH_URL: "http://localhost:3000" });
});
afterAll(() => provider.stop());

beforeEach(() => {
  const id = String(Math.floor(Math.random() * 1e9));
  ada = { id, name: "Ada", email: `ada-${id}@example.com`, isEmailVerified: true };
  provider.identity = ada;
});

const toLocaleCookie = () => (typeof routing.localeCookie === "object" ? (routing.localeCookie.name ?? "") : "");

/** Goes to a provider and back, as the browser does; answers with the address that it ends at. */
async function goThrough(
  browser: Browser,
  id: "google" | "github",
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
) {
  const { body } = await browser.submit(`signin/${id}`, { callbackUrl: "/library", ...fields });
  const consent = await fetch(body.url, { redirect: "manual" });
  const back = new URL(consent.headers.get("location") ?? "");
  const answer = await browser.send(`callback/${id}${back.search}`, { headers });
  return { status: answer.status, location: answer.headers.get("location"), back };
}

const link = (browser: Browser, id: "google" | "github" = "github") =>
  goThrough(browser, id, { intent: "link", callbackUrl: "/account/security" });
const whoIs = async (browser: Browser) => (await browser.send("session")).body.user;
const linkedTo = (providerAccountId: string) => database.db.account.findFirst({ where: { providerAccountId } });

describe.each(["google", "github"] as const)("signing in with %s", (id) => {
  it("makes an account at the first visit, and finds it at the next", async () => {
    const browser = new Browser();
    const { location } = await goThrough(browser, id);
    expect(location).toBe("http://localhost:3000/library");
    const user = await whoIs(browser);
    expect(user).toMatchObject({ name: "Ada", email: ada.email, role: "shopper" });
    const again = new Browser();
    await goThrough(again, id);
    expect((await whoIs(again)).userId).toBe(user.userId);
    expect(await database.db.user.count({ where: { email: ada.email ?? "" } })).toBe(1);
  });

  it("believes of the address what the provider says of it", async () => {
    for (const isEmailVerified of [true, false]) {
      provider.identity = {
        ...ada,
        id: `${ada.id}${isEmailVerified}`,
        email: `${isEmailVerified}-${ada.email}`,
        isEmailVerified,
      };
      const browser = new Browser();
      await goThrough(browser, id);
      const { userId } = await whoIs(browser);
      const user = await database.db.user.findUniqueOrThrow({ where: { id: userId } });
      expect(user.emailVerifiedAt !== null).toBe(isEmailVerified);
    }
  });

  it.each([
    [{ "accept-language": "es-MX,es;q=0.9" }, {}, "es"],
    [{ "accept-language": "en" }, { [toLocaleCookie()]: "es" }, "es"],
    [{ "accept-language": "es" }, { [toLocaleCookie()]: "en" }, "en"],
  ])("writes to a new account in the language of the pages, for %j and %j", async (headers, cookies, locale) => {
    const browser = new Browser();
    for (const [name, value] of Object.entries(cookies)) browser.cookies.set(name, value);
    await goThrough(browser, id, {}, headers);
    expect(await database.db.user.findUnique({ where: { email: ada.email ?? "" } })).toMatchObject({ locale });
  });

  it("takes no account over by its address", async () => {
    await signedIn(ada.email ?? "");
    const browser = new Browser();
    expect((await goThrough(browser, id)).location).toBe("/sign-in?error=OAuthAccountNotLinked");
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false);
    expect(await linkedTo(ada.id)).toBeNull();
  });

  it("ends at the sign-in page where consent was refused", async () => {
    provider.identity = null;
    const { location } = await goThrough(new Browser(), id);
    expect(location).toMatch(/\/error\?error=Callback|\/sign-in/);
  });

  it("refuses an answer that this browser did not ask for", async () => {
    const { back } = await goThrough(new Browser(), id);
    const thief = new Browser();
    await thief.send(`callback/${id}${back.search}`);
    expect(thief.cookies.has(SESSION_COOKIE)).toBe(false);
  });

  it("asks for the code where two-factor sign-in is on, and opens no session before", async () => {
    const browser = new Browser();
    await goThrough(browser, id);
    const { userId } = await whoIs(browser);
    const session = await database.db.session.findFirstOrThrow({ where: { userId } });
    const actor = await findActorBySession(session.id, database.db);
    if (!actor) throw new Error("nobody is signed in");
    const { secret } = await turnTwoFactorOn(database.db, actor);

    const again = new Browser();
    const { location } = await goThrough(again, id);
    expect(location).toBe("/sign-in/code?callbackUrl=%2Flibrary");
    expect([again.cookies.has(SESSION_COOKIE), again.cookies.has(ticketCookie.name)]).toEqual([false, true]);
    await again.submit("callback/code", { code: codeAt(secret) });
    expect((await whoIs(again)).userId).toBe(userId);
  });
});

describe("linking an identity", () => {
  it("adds it to the account that is signed in, which it then opens", async () => {
    const browser = await signedIn(`joan-${ada.id}@example.com`);
    const { userId } = await whoIs(browser);
    expect((await link(browser)).location).toBe("/account/security?link=linked&provider=github");
    expect(await linkedTo(ada.id)).toMatchObject({ userId, provider: "github" });
    expect((await whoIs(browser)).userId).toBe(userId);
    const again = new Browser();
    await goThrough(again, "github");
    expect((await whoIs(again)).userId).toBe(userId);
  });

  it("leaves an identity where it is linked already", async () => {
    await goThrough(new Browser(), "github");
    const owner = (await linkedTo(ada.id))?.userId;
    const browser = await signedIn(`joan-${ada.id}@example.com`);
    expect((await link(browser)).location).toContain("link=taken");
    expect((await linkedTo(ada.id))?.userId).toBe(owner);
  });

  it("links one identity of a provider only", async () => {
    const browser = await signedIn(`joan-${ada.id}@example.com`);
    await link(browser);
    provider.identity = { ...ada, id: `${ada.id}-second` };
    expect((await link(browser)).location).toContain("link=taken");
    expect(await linkedTo(`${ada.id}-second`)).toBeNull();
  });

  it("is refused at a browser left open: one must have signed in just now", async () => {
    const browser = await signedIn(`joan-${ada.id}@example.com`);
    const { userId } = await whoIs(browser);
    const createdAt = new Date(Date.now() - 16 * 60_000);
    await database.db.session.updateMany({ where: { userId }, data: { createdAt } });
    const answer = await browser.submit("signin/github", { intent: "link" });
    expect(answer).toMatchObject({ status: 403, body: { error: { message: "Sign in again to do this" } } });
    expect(browser.cookies.has(linkCookie.name)).toBe(false);
  });

  it("is refused to somebody who is not signed in", async () => {
    const browser = new Browser();
    const answer = await browser.submit("signin/github", { intent: "link" });
    expect(answer.status).toBe(401);
  });

  it("links nothing once the session that began it is over", async () => {
    const browser = await signedIn(`joan-${ada.id}@example.com`);
    const { body } = await browser.submit("signin/github", { intent: "link" });
    const consent = await fetch(body.url, { redirect: "manual" });
    await database.db.session.updateMany({ data: { revokedAt: new Date() } });
    const { headers } = await browser.send(`callback/github${new URL(consent.headers.get("location") ?? "").search}`);
    expect(headers.get("location")).toBe("/account/security?link=over");
    expect(await linkedTo(ada.id)).toBeNull();
  });

  it("says so where consent was refused, and is forgotten then", async () => {
    const browser = await signedIn(`joan-${ada.id}@example.com`);
    provider.identity = null;
    expect((await link(browser)).location).toBe("/account/security?link=failed");
    expect(browser.cookies.has("kratos_link")).toBe(false);
  });

  it("that was begun and left does not turn a later sign-in into a link", async () => {
    const browser = await signedIn(`joan-${ada.id}@example.com`);
    await browser.submit("signin/github", { intent: "link" });
    await goThrough(browser, "github");
    expect((await whoIs(browser)).email).toBe(ada.email);
  });
});
