import { describe, expect } from "vitest";
import { openReady, PHONE, WAIT } from "./finding-steps";
import { type ShopPage, test } from "./shop-test";

const heading = (page: ShopPage, name: string) => page.getByRole("heading", { level: 1, name });

describe("the sheet with the filters", () => {
  test("shuts nothing off when one goes back while it is open", async ({ openPage }) => {
    const page = await openPage(PHONE);
    await openReady(page, "/genres");
    await page.getByRole("main").getByRole("link", { name: /^RPG/ }).tap();
    await heading(page, "RPG games").waitFor();
    await page.getByRole("button", { name: "Filters" }).tap();
    await page.getByRole("dialog", { name: "Filters" }).waitFor();
    expect(await page.locator("body > header[inert]").count()).toBe(1);
    await page.goBack();
    await heading(page, "Genres").waitFor();
    await expect.poll(() => page.locator("[inert]").count(), WAIT).toBe(0);
  });

  test("stands beside the games once the window gets wide", async ({ openPage }) => {
    const page = await openPage({ width: 900, height: 900 });
    await openReady(page, "/games");
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByRole("dialog", { name: "Filters" }).waitFor();
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole("complementary", { name: "Filters" }).waitFor();
    await expect.poll(() => page.locator("[inert]").count(), WAIT).toBe(0);
  });

  test("closes by Escape and gives the focus back", async ({ openPage }) => {
    const page = await openPage(PHONE);
    await openReady(page, "/games");
    const button = page.getByRole("button", { name: "Filters" });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Filters" }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")), WAIT)
      .toBe("Close the filters");
    await page.keyboard.press("Escape");
    await expect.poll(() => button.evaluate((one) => one === document.activeElement), WAIT).toBe(true);
  });
});
