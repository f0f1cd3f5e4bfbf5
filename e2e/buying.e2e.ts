import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, inject } from "vitest";
import { salesCsvKey } from "@/jobs/etl/sales-manifest";
import { createDb } from "@/lib/server/db";
import { S3Storage } from "@/lib/server/storage/s3-storage";
import { addDays, toDay } from "@/lib/shared/day";
import { findPaidGame } from "./find-games";
import { expectAccessible, register, type ShopPage, test } from "./shop-test";
import { getStoreEngines } from "./store-engines";

const ROOT = path.resolve(import.meta.dirname, "..");

async function goToCheckout(page: ShopPage, slug: string): Promise<void> {
  await page.goto(`/games/${slug}`);
  const buy = page.getByRole("complementary", { name: "Buy" });
  await buy.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("dialog", { name: "Your cart" }).getByRole("link", { name: "Check out" }).click();
  await page.waitForURL(/\/checkout/);
}

/** Counts the units of the day's line in a game's sales file, after an ETL run for that day. */
async function countUnitsAfterEtl(gameId: string, day: string): Promise<number> {
  const job = spawnSync(process.execPath, ["--import", "tsx", "jobs/cli.ts", "etl", "--date", day, "--force"], {
    cwd: ROOT,
    // Without a database of its own, the command works on the store that runs.
    env: { ...process.env, DATABASE_URL: "", KRATOS_HOME: inject("storeHome") },
    encoding: "utf8",
  });
  expect(job.status, job.stderr).toBe(0);
  const csv = await new S3Storage(getStoreEngines()).getText(salesCsvKey(gameId));
  const [head = "", ...lines] = csv.trim().split("\n");
  const last = Object.fromEntries(head.split(",").map((name, index) => [name, lines.at(-1)?.split(",")[index] ?? ""]));
  expect(Object.values(last)).toContain(day);
  return Number(last.units);
}

describe("buying a game", () => {
  test("puts it into the library, and into the next night's sales", async ({ openPage }) => {
    const yesterday = addDays(toDay(new Date()), -1);
    const game = await findPaidGame(3);
    const before = await countUnitsAfterEtl(game.id, yesterday);
    const page = await openPage();
    await register(page);
    await goToCheckout(page, game.slug);
    await expectAccessible(page);
    await page.getByRole("radio", { name: /^Approved/ }).check();
    await page.getByRole("button", { name: /^Pay / }).click();
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
    await page.getByText("Thank you,", { exact: false }).waitFor();
    const orderId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await page.getByRole("main").getByRole("link", { name: "In your library" }).click();
    await page.getByRole("main").getByRole("link", { name: game.title }).waitFor();
    await expectAccessible(page);
    await page.goto(`/games/${game.slug}`);
    await page.getByRole("complementary", { name: "Buy" }).getByRole("link", { name: "In your library" }).waitFor();

    // The day of the purchase is over once it is one day later: the order is moved instead of the clock.
    const db = createDb(getStoreEngines().DATABASE_URL, { maxConnections: 1 });
    try {
      await db.$executeRaw`update orders set paid_at = paid_at - interval '1 day' where id = ${orderId}::uuid`;
    } finally {
      await db.$disconnect();
    }
    expect(await countUnitsAfterEtl(game.id, yesterday)).toBe(before + 1);
  });

  test("is refused by a declined card, charges nothing, and works with another card", async ({ openPage }) => {
    const game = await findPaidGame(4);
    const page = await openPage();
    await register(page);
    await goToCheckout(page, game.slug);
    await page.getByRole("radio", { name: /^Declined/ }).check();
    await page.getByRole("button", { name: /^Pay / }).click();
    await page.getByText("The payment was declined").waitFor();
    await page.goto("/library");
    await page.getByText("Your library is empty").waitFor();
    await page.goto("/checkout");
    await page.getByRole("radio", { name: /^Approved/ }).check();
    await page.getByRole("button", { name: /^Pay / }).click();
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
  });

  test("keeps what a guest put into the cart over the sign-in", async ({ openPage }) => {
    const game = await findPaidGame(5);
    const page = await openPage({ width: 390, height: 844, isMobile: true });
    await page.goto(`/games/${game.slug}`);
    // The drawer shows the game before the server has answered.
    const kept = page.waitForResponse((response) => response.url().endsWith("/api/cart/items") && response.ok());
    await page.getByRole("complementary", { name: "Buy" }).getByRole("button", { name: "Add to cart" }).click();
    const drawer = page.getByRole("dialog", { name: "Your cart" });
    await drawer.getByRole("list", { name: "Games in your cart" }).getByRole("link", { name: game.title }).waitFor();
    await kept;
    await expectAccessible(page);
    await drawer.getByRole("button", { name: "Close" }).click();
    await page.getByRole("link", { name: /^Cart\s*1\s*game$/ }).waitFor();
    await register(page);
    await page.goto("/cart");
    await page.getByRole("list", { name: "Games in your cart" }).getByRole("link", { name: game.title }).waitFor();
    await expectAccessible(page);
  });
});
