import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { priceSchema } from "@/lib/shared/catalogue";
import { CURRENCIES, type ShopCurrency } from "@/lib/shared/currency";
import { formatMoney } from "@/lib/shared/money";
import { toTierPrices } from "@/lib/shared/price-tiers";
import { expectAccessible, expectNoSidewaysScroll, register, signIn, test } from "./shop-test";

const POLL = { timeout: 15_000 };

/** A game that costs something and is not sold for less, at a place that no other test buys. */
async function findGame(page: Page, place = 9) {
  const response = await page.request.get("/api/games?sort=price_desc&limit=40");
  const { items } = await response.json();
  const full = items.filter(
    ({ price }: { price: unknown }) => priceSchema.safeParse(price).data?.discountPercent === 0,
  );
  const game = full[place];
  if (!game) throw new Error("there are too few games");
  return {
    id: String(game.id),
    slug: String(game.slug),
    title: String(game.title),
    price: priceSchema.parse(game.price),
  };
}

/** Text with plain spaces, as a person reads it. */
const plain = (text: string | null) => (text ?? "").replaceAll(/\s/g, " ");

const mainText = async (page: Page) => plain(await page.getByRole("main").textContent());

const switcher = (page: Page) => page.getByRole("contentinfo").getByRole("combobox", { name: /^(Currency|Moneda)$/ });

/** Chooses a currency, and waits until the page is in it. */
async function choose(page: Page, currency: ShopCurrency): Promise<void> {
  const kept = page.waitForResponse((response) => response.url().endsWith("/api/preferences") && response.ok());
  await switcher(page).selectOption(currency);
  await kept;
}

describe("a browser's first visit", () => {
  test.for([
    { locale: "en-US", currency: "USD", path: "" },
    { locale: "en-GB", currency: "GBP", path: "" },
    { locale: "es-ES", currency: "EUR", path: "/es" },
    { locale: "pt-BR", currency: "BRL", path: "" },
    { locale: "ja-JP", currency: "JPY", path: "" },
  ] as const)(
    "from $locale is in $currency, at the price table's price",
    async ({ locale, currency, path }, { openPage }) => {
      const american = await findGame(await openPage({ locale: "en-US" }));
      const page = await openPage({ locale });
      await page.goto(`${path}/games/${american.slug}`);
      const amountCents = toTierPrices(american.price.listCents)[currency];
      const shown = formatMoney({ amountCents, currency }, path ? "es" : "en-US");
      await expect.poll(() => mainText(page), POLL).toContain(plain(shown));
      await expect.poll(() => switcher(page).inputValue(), POLL).toBe(currency);
      expect((await findGame(page)).price.currency).toBe(currency);
    },
  );
});

describe("another currency", () => {
  test("changes every price at once, the cart's too, and stays", async ({ openPage }) => {
    const page = await openPage();
    const game = await findGame(page);
    await page.request.post("/api/cart/items", { data: { gameId: game.id } });
    await page.goto("/cart");
    const inYen = formatMoney({ amountCents: toTierPrices(game.price.listCents).JPY, currency: "JPY" });
    const main = () => mainText(page);
    await expect.poll(main, POLL).toContain(formatMoney(game.price));
    await choose(page, "JPY");
    await expect.poll(main, POLL).toContain(inYen);
    expect(await main()).not.toMatch(/\$\d/);
    await expectAccessible(page);
    await page.reload();
    await expect.poll(main, POLL).toContain(inYen);
    await page.goto(`/games/${game.slug}`);
    await expect.poll(main, POLL).toContain(inYen);
  });

  test("goes with the shopper to another device and into the Spanish shop", async ({ openPage }) => {
    const [home, phone] = [await openPage(), await openPage({ width: 390, height: 844, isMobile: true })];
    const shopper = await register(home);
    await home.goto("/cart");
    await choose(home, "BRL");
    await phone.goto("/sign-in");
    await phone.getByLabel("E-mail").fill(shopper.email);
    await phone.getByLabel("Password", { exact: true }).fill(shopper.password);
    await phone.getByRole("button", { name: "Sign in", exact: true }).click();
    await phone.getByRole("button", { name: `Account of ${shopper.name}` }).waitFor();
    await phone.goto("/es/cart");
    await expect.poll(() => switcher(phone).inputValue(), POLL).toBe("BRL");
    await expectNoSidewaysScroll(phone);
  });

  test("is what an order is paid in, and what its receipt says in the reader's language", async ({ openPage }) => {
    const page = await openPage({ colorScheme: "light" });
    await register(page);
    await page.goto("/cart");
    await choose(page, "EUR");
    const game = await findGame(page, 11);
    expect(game.price.currency).toBe("EUR");
    const price = formatMoney(game.price, "es");
    await page.goto(`/es/checkout?game=${game.slug}`);
    await page.getByRole("button", { name: `Pagar ${plain(price)}` }).waitFor();
    await expectAccessible(page);
    await page.getByRole("radio", { name: /^Con retraso/ }).check();
    await page.getByRole("button", { name: /^Pagar/ }).click();
    await page.waitForURL(/\/es\/orders\/[0-9a-f-]{36}/);
    await page.getByRole("heading", { level: 1, name: /^Pedido \d+$/ }).waitFor();
    await page.getByRole("heading", { name: "Recibo" }).waitFor();
    expect(await mainText(page)).toContain(plain(price));
    await expectAccessible(page);
    await page.goto("/es/orders");
    await page.getByText("Pagado", { exact: true }).waitFor();
    expect(await mainText(page)).toContain(plain(price));
  });

  test("is refused by name where somebody makes one up, and leaves the shop as it is", async ({ openPage }) => {
    const page = await openPage();
    await page.goto("/cart");
    for (const currency of ["XXX", "usd", "", 7, null]) {
      const answer = await page.request.put("/api/preferences", { data: { currency } });
      expect(answer.status()).toBe(422);
    }
    await page.reload();
    await expect.poll(() => switcher(page).inputValue(), POLL).toBe("USD");
  });

  test("fails in the open: without a network the choice is taken back, and said so", async ({ openPage }) => {
    const page = await openPage();
    await page.goto("/cart");
    await switcher(page).and(page.locator(":enabled")).waitFor();
    await page.route("**/api/preferences", (route) => route.fulfill({ status: 429, json: refusal }));
    page.watch.allowStatus(429);
    await switcher(page).selectOption("GBP");
    await page.getByText("Too many attempts").first().waitFor();
    await expect.poll(() => switcher(page).inputValue(), POLL).toBe("USD");
  });
});

const refusal = { error: { code: "rate_limited", message: "Too many attempts" } };

test("staff see each order in its own currency, and revenue in the games'", async ({ openPage }) => {
  const page = await openPage();
  await signIn(page, "staff");
  await page.goto("/admin/orders");
  await page.getByRole("table", { name: "Orders" }).waitFor();
  const signs = CURRENCIES.map((currency) => formatMoney({ amountCents: 0, currency }).replaceAll(/[\d.]/g, ""));
  const text = (await page.getByRole("table", { name: "Orders" }).textContent()) ?? "";
  expect(signs.filter((sign) => text.includes(sign)).length).toBeGreaterThan(1);
});
