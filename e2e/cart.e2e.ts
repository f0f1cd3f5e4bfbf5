import { describe, expect } from "vitest";
import { createDb } from "@/lib/server/db";
import { findPaidGame, findPaidGames } from "./find-games";
import { expectAccessible, expectNoSidewaysScroll, test } from "./shop-test";
import { getStoreEngines } from "./store-engines";

const POLL = { timeout: 15_000 };
/** Games that no other test file buys. */
const findGames = (count: number) => findPaidGames(count, 14);

describe("the cart's drawer", () => {
  test("opens on adding, holds the focus, and gives it back to the button", async ({ openPage }) => {
    const game = await findPaidGame(14);
    const page = await openPage();
    await page.goto(`/games/${game.slug}`);
    const buy = page.getByRole("complementary", { name: "Buy" });
    await expect.poll(() => buy.getByRole("button", { name: "Add to cart" }).isEnabled(), POLL).toBe(true);
    await buy.getByRole("button", { name: "Add to cart" }).focus();
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog", { name: "Your cart" });
    await drawer.getByRole("link", { name: game.title }).waitFor();
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press("Tab");
      const isOutside = await page.evaluate(
        () => document.activeElement !== document.body && !document.activeElement?.closest("dialog"),
      );
      expect(isOutside).toBe(false);
    }
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused, POLL).toBe("In your cart");
    await buy.getByRole("button", { name: "In your cart" }).click();
    await drawer.getByRole("link", { name: "Sign in to check out" }).waitFor();
    await drawer.getByRole("link", { name: "Go to the cart" }).click();
    await page.waitForURL(/\/cart$/);
    await drawer.waitFor({ state: "hidden" });
  });

  test("fits a phone, by day, and removing can be undone in it", async ({ openPage }) => {
    const games = await findGames(4);
    const page = await openPage({ width: 360, height: 740, isMobile: true, colorScheme: "light" });
    for (const { id } of games) await page.request.post("/api/cart/items", { data: { gameId: id } });
    await page.goto("/games");
    const button = page.getByRole("link", { name: /^Cart\s*4\s*games$/ });
    await button.click();
    const drawer = page.getByRole("dialog", { name: "Your cart" });
    const title = games[1]?.title ?? "";
    await drawer.getByRole("button", { name: `Remove ${title}` }).click();
    await drawer.getByText(`${title} is out of your cart`, { exact: true }).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await drawer.getByRole("button", { name: "Undo" }).click();
    await drawer.getByRole("link", { name: title }).waitFor();
    await expect.poll(() => drawer.getByText("4 games", { exact: true }).isVisible(), POLL).toBe(true);
  });
});

test("the cart's page shows what is no longer sold, leaves it out of the total, and lets it be saved", async ({
  openPage,
}) => {
  const [gone, kept] = await findGames(2);
  if (!gone || !kept) throw new Error("there are too few games");
  const page = await openPage();
  for (const { id } of [gone, kept]) await page.request.post("/api/cart/items", { data: { gameId: id } });
  const db = createDb(getStoreEngines().DATABASE_URL, { maxConnections: 1 });
  const setStatus = (status: "published" | "delisted") => db.game.update({ where: { id: gone.id }, data: { status } });
  try {
    await setStatus("delisted");
    await page.goto("/cart");
    await page.getByText(`${gone.title} is no longer sold`).waitFor();
    await page.getByText("1 game", { exact: true }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: `Save for later: ${gone.title}` }).click();
    await page.getByText(`${gone.title} is on your wishlist`, { exact: true }).waitFor();
    await page.goto("/wishlist");
    await page.getByText("No longer sold").waitFor();
  } finally {
    await setStatus("published");
    await db.$disconnect();
  }
});
