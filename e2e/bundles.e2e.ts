import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { z } from "zod";
import { openGame, PHONE, WAIT } from "./game-steps";
import { expectAccessible, expectNoSidewaysScroll, register, test } from "./shop-test";

const cartSchema = z.object({
  lines: z.array(
    z.object({
      title: z.string(),
      unavailable: z.string().nullable(),
      price: z.object({ amountCents: z.int(), listCents: z.int(), discountPercent: z.int() }).nullable(),
      bundle: z.object({ percent: z.int() }).nullable(),
    }),
  ),
});

const readCart = async (page: Page) => cartSchema.parse(await (await page.request.get("/api/cart")).json()).lines;
const drawerOf = (page: Page) => page.getByRole("dialog", { name: "Your cart" });

const dollars = (cents: number) => `$${(cents / 100).toFixed(2)}`;

/** Buys a game without the pages of the checkout, which have tests of their own. */
async function buy(page: Page, slug: string): Promise<void> {
  const game = z
    .object({ id: z.string(), price: z.object({ amountCents: z.int() }) })
    .parse(await (await page.request.get(`/api/games/${slug}`)).json());
  const data = {
    idempotencyKey: randomUUID(),
    gameIds: [game.id],
    expectedTotalCents: game.price.amountCents,
    currency: "USD",
    payment: { provider: "test", token: "approve" },
  };
  expect((await page.request.post("/api/orders", { data })).status()).toBe(201);
}

describe("a bundle", () => {
  test("is completed by who owns a part of it, at the price that was shown", async ({ openPage }) => {
    const page = await openPage();
    await register(page);
    await buy(page, "chronicle-of-aldermere");
    await page.goto("/bundles/aldermere-the-whole-realm");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Add the missing game to the cart" }).click();
    const drawer = drawerOf(page);
    await drawer.getByText("15 % off more with Aldermere: The Whole Realm").waitFor();
    const [line, ...others] = await readCart(page);
    expect(others).toEqual([]);
    const { amountCents = 0, listCents = 0, discountPercent = 0 } = line?.price ?? {};
    const singly = Math.round((listCents * (100 - discountPercent)) / 100);
    expect([line?.bundle?.percent, amountCents]).toEqual([15, Math.round(singly * 0.85)]);
    await drawer.getByRole("link", { name: "Check out" }).click();
    await page.waitForURL(/\/checkout/);
    await page.getByRole("radio", { name: /^Approved/ }).check();
    await page.getByRole("button", { name: `Pay ${dollars(amountCents)}` }).click();
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
    await page.getByText(dollars(amountCents)).first().waitFor();
    await page.goto("/bundles/aldermere-the-whole-realm");
    await page.getByText("You own all of it").waitFor();
  });

  test("comes whole, costs its full price again without one of its games, and has pages that everybody can use", async ({
    openPage,
  }) => {
    const page = await openPage({ ...PHONE, colorScheme: "light" });
    await page.goto("/bundles");
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    const bundle = page.getByRole("article").filter({ hasText: "Orchard, Cider & Geese" });
    await bundle.getByRole("button", { name: "Add all 2 games to the cart" }).click();
    const drawer = drawerOf(page);
    await drawer.getByText("10 % off more with Orchard, Cider & Geese").first().waitFor();
    const bundled = await readCart(page);
    expect(bundled.map((line) => line.bundle?.percent)).toEqual([10, 10]);
    await drawer.getByRole("button", { name: "Remove Orchard & Co.: Goose Island" }).click();
    await expect.poll(async () => (await readCart(page)).map((line) => line.bundle), WAIT).toEqual([null]);
  });
});

describe("downloadable content", () => {
  test("comes with its base game, waits without it, and gets it back by one press", async ({ openPage }) => {
    const page = await openPage();
    await openGame(page, "longhaul-meridian-northern-routes");
    const buyBox = page.getByRole("complementary", { name: "Buy" });
    await buyBox.getByRole("button", { name: "Add with base game" }).click();
    const titles = async () => (await readCart(page)).map(({ title, unavailable }) => [title, unavailable]);
    await expect.poll(titles, WAIT).toEqual([
      ["Longhaul Meridian", null],
      ["Longhaul Meridian: Northern Routes", null],
    ]);
    await page.goto("/cart");
    await page.getByRole("button", { name: "Remove Longhaul Meridian", exact: true }).click();
    await page.getByText("Needs Longhaul Meridian, which is not in your cart or library").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Add Longhaul Meridian" }).click();
    await expect.poll(async () => (await titles()).map(([, reason]) => reason), WAIT).toEqual([null, null]);
  });
});
