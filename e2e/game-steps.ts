import type { ShopPage } from "./shop-test";

/** How long a test waits for what comes by the network. */
export const WAIT = { timeout: 15_000 };

/** A phone's window. */
export const PHONE = { width: 390, height: 844, isMobile: true } as const;

/** Opens a game's page; until its scripts run, a click or a key does nothing. */
export async function openGame(page: ShopPage, slug: string): Promise<void> {
  await page.goto(`/games/${slug}`);
  await page.getByRole("complementary", { name: "Buy" }).waitFor();
  await page.getByRole("button", { name: "Add to wishlist" }).first().waitFor();
  await page.waitForLoadState("networkidle");
}
