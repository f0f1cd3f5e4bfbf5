import { describe, expect, it } from "vitest";
import { POST as addItem } from "@/app/api/cart/items/route";
import { GET as getCart } from "@/app/api/cart/route";
import { sending, TestBrowser } from "@/app/api/test-browser";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createShop } from "@/lib/server/orders/shop-fixture";
import { PUT } from "./route";

const database = useTestDatabase();
const abroad = { EUR: 1899, GBP: 1699, JPY: 2900 };

const choose = (browser: TestBrowser, currency: unknown) => browser.send(PUT, sending("PUT", { body: { currency } }));

/** A browser whose cart holds a game that has a price in most currencies. */
async function fillCart(browser: TestBrowser, headers: Record<string, string> = {}) {
  const game = await createShop(database.db).createGame({ abroad });
  await browser.send(addItem, sending("POST", { body: { gameId: game.id }, headers }));
}

async function priceIn(browser: TestBrowser, headers: Record<string, string> = {}): Promise<string> {
  const { price } = (await browser.send(getCart, { headers })).body.lines[0];
  return `${price.amountCents} ${price.currency}`;
}

describe("the currency of a request", () => {
  it("is what a guest chose, kept by a cookie that scripts cannot read", async () => {
    const guest = new TestBrowser();
    await fillCart(guest);
    const answer = await choose(guest, "JPY");
    expect([answer.status, answer.body]).toEqual([200, { currency: "JPY" }]);
    expect(answer.setCookie).toEqual([expect.stringMatching(/^kratos_currency=JPY; .*HttpOnly; SameSite=Lax/)]);
    expect(await priceIn(guest)).toBe("2900 JPY");
  });

  it("is, for who is signed in, the same on every device", async () => {
    const user = await createShop(database.db).createUser();
    const [phone, laptop] = [await new TestBrowser().signIn(user), await new TestBrowser().signIn(user)];
    await fillCart(phone);
    await choose(laptop, "USD");
    await choose(phone, "EUR");
    expect(await priceIn(laptop)).toBe("1899 EUR");
    expect(await database.db.user.findUnique({ where: { id: user.userId } })).toMatchObject({ currency: "EUR" });
  });

  it("is nobody else's choice", async () => {
    const shop = createShop(database.db);
    const [one, other] = [await shop.createUser(), await shop.createUser()];
    await choose(await new TestBrowser().signIn(one), "BRL");
    expect(await database.db.user.findUnique({ where: { id: other.userId } })).toMatchObject({ currency: null });
  });

  it("follows the browser's languages while nothing was chosen, and a cookie of ours before them", async () => {
    const guest = new TestBrowser();
    await fillCart(guest);
    expect(await priceIn(guest, { "accept-language": "en-GB" })).toBe("1699 GBP");
    guest.cookies.set("kratos_currency", "XXX");
    expect(await priceIn(guest, { "accept-language": "ja" })).toBe("2900 JPY");
    guest.cookies.set("kratos_currency", "EUR");
    expect(await priceIn(guest, { "accept-language": "ja" })).toBe("1899 EUR");
  });
});

it.each([undefined, "CHF", "usd", "", 7, null, ["USD"]])("refuses %j, and keeps nothing", async (currency) => {
  const answer = await choose(new TestBrowser(), currency);
  expect([answer.status, answer.setCookie]).toEqual([422, []]);
});

it("refuses what is not asked for", async () => {
  const body = { currency: "EUR", role: "admin" };
  expect((await new TestBrowser().send(PUT, sending("PUT", { body }))).status).toBe(422);
});
