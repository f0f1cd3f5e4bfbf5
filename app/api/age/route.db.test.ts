import { describe, expect, test } from "vitest";
import { sending, TestBrowser } from "@/app/api/test-browser";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createShop } from "@/lib/server/orders/shop-fixture";
import { POST as giveAge } from "./route";

const database = useTestDatabase();
const PAGE = "/es/games/crimson?x=1";

function submit(browser: TestBrowser, year: string, returnTo = PAGE) {
  const fields = { day: "1", month: "2", year, returnTo };
  return browser.send(giveAge, sending("POST", { body: new URLSearchParams(fields) }));
}

const ageOf = async ({ userId }: { userId: string }) =>
  (await database.db.user.findUniqueOrThrow({ where: { id: userId } })).confirmedAge;

describe("a date of birth", () => {
  test("leads back to the page, and is remembered as an age only, out of the reach of scripts", async () => {
    const answer = await submit(new TestBrowser(), "1990");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, PAGE]);
    expect(answer.setCookie.join()).toMatch(/^kratos_age=\d\d; Path=\/; HttpOnly; SameSite=Lax; Max-Age=31536000$/);
    expect(answer.setCookie.join()).not.toContain("1990");
  });

  test("of a child is remembered for a day", async () => {
    const { setCookie } = await submit(new TestBrowser(), String(new Date().getUTCFullYear() - 10));
    expect(setCookie.join()).toMatch(/^kratos_age=(9|10); .*Max-Age=86400$/);
  });

  test("that is none leads back to be corrected, and back without that mark", async () => {
    const browser = new TestBrowser();
    const wrong = await submit(browser, "19x0");
    expect([wrong.status, wrong.headers.get("location"), wrong.setCookie]).toEqual([303, `${PAGE}&age=invalid`, []]);
    expect((await submit(browser, "1990", `${PAGE}&age=invalid`)).headers.get("location")).toBe(PAGE);
  });

  test.each(["https://evil.example/", "//evil.example", "/\\evil.example", "/es//evil.example", "/api/cart", ""])(
    "never leads to %s",
    async (returnTo) => {
      expect((await submit(new TestBrowser(), "1990", returnTo)).headers.get("location")).toMatch(/^\/(es)?$/);
    },
  );

  test("is refused from another site, and where it is no form", async () => {
    const headers = { origin: "https://evil.example", host: "localhost" };
    const foreign = await new TestBrowser().send(giveAge, sending("POST", { headers, body: new URLSearchParams() }));
    expect([foreign.status, foreign.setCookie]).toEqual([403, []]);
    const body = new URLSearchParams({ year: "1".repeat(5000) });
    expect((await new TestBrowser().send(giveAge, sending("POST", { body }))).status).toBe(413);
  });

  test("is kept with the account, unless it opens no gate, and grows only", async () => {
    const shop = createShop(database.db);
    const user = await shop.createUser();
    const browser = await new TestBrowser().signIn(user);
    const year = new Date().getUTCFullYear();
    await submit(browser, String(year - 10));
    expect(await ageOf(user)).toBeNull();
    await submit(browser, String(year - 40));
    const age = await ageOf(user);
    expect(age).toBeGreaterThanOrEqual(39);
    await submit(browser, String(year - 20));
    expect(await ageOf(user)).toBe(age);
  });
});
