import { describe, expect } from "vitest";
import { createDb } from "@/lib/server/db";
import { expectAccessible, expectNoSidewaysScroll, signIn, test } from "./shop-test";
import { getStoreEngines } from "./store-engines";

/** The game of another publisher than the demo's own that sold something. */
async function findForeignGame(publisherEmail: string): Promise<string> {
  const db = createDb(getStoreEngines().DATABASE_URL, { maxConnections: 1 });
  try {
    const game = await db.game.findFirstOrThrow({
      where: { publisher: { members: { none: { user: { email: publisherEmail } } } }, dailySales: { some: {} } },
      select: { slug: true },
    });
    return game.slug;
  } finally {
    await db.$disconnect();
  }
}

describe("the store's staff", () => {
  test("see a game's sales with its forecast, as a chart and as a table", async ({ openPage }) => {
    const page = await openPage();
    await signIn(page, "staff");
    await page.goto("/admin");
    await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
    await expectAccessible(page);
    await page.goto("/admin/games");
    await page.getByRole("table", { name: "Sales and forecast by game" }).getByRole("link").nth(8).click();
    await page.waitForURL(/\/admin\/games\/[^/?]+$/);
    await page.getByRole("heading", { name: "Units sold and forecast" }).waitFor();
    await page.getByText("Next 60 days").waitFor();
    await page.getByRole("button", { name: "Show as table", exact: true }).click();
    const table = page.getByRole("table");
    await table.getByRole("columnheader", { name: "Forecast" }).waitFor();
    await expectAccessible(page);
  });

  test("find their pages on a phone, too", async ({ openPage }) => {
    const page = await openPage({ width: 390, height: 844, isMobile: true });
    await signIn(page, "staff");
    for (const path of ["/admin", "/admin/games", "/admin/forecasts", "/admin/pipelines", "/admin/orders"]) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  });
});

describe("a publisher", () => {
  test("sees their own games, and nobody else's", async ({ openPage }) => {
    const page = await openPage();
    const { email } = await signIn(page, "publisher");
    await page.goto("/publisher");
    await page.getByRole("heading", { level: 1, name: "Your games" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("table", { name: "Sales and forecast by game" }).getByRole("link").nth(8).click();
    await page.getByRole("heading", { name: "Units sold and forecast" }).waitFor();
    page.watch.allowStatus(404);
    const foreign = await page.goto(`/publisher/games/${await findForeignGame(email)}`);
    expect(foreign?.status()).toBe(404);
    expect((await page.goto("/admin"))?.status()).toBe(404);
  });
});

describe("a shopper", () => {
  test("has no dashboards", async ({ openPage }) => {
    const page = await openPage();
    await signIn(page, "shopper");
    page.watch.allowStatus(404);
    for (const path of ["/admin", "/admin/pipelines", "/publisher"]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
    }
  });
});
