import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { z } from "zod";
import { openGame, PHONE, WAIT } from "./game-steps";
import { expectAccessible, expectNoSidewaysScroll, test } from "./shop-test";

/** A featured game with a trailer, and one for adults only. */
const GAME = "wildmark";
const ADULT_GAMES = ["neon-prefecture", "cobalt-breach"] as const;

const galleryOf = (page: Page) => page.getByRole("region", { name: /^Pictures and videos of / });
const placeOf = (page: Page) => galleryOf(page).getByText(/^\d of \d$/);

async function expectPlace(page: Page, place: number): Promise<void> {
  await expect.poll(() => placeOf(page).textContent(), WAIT).toMatch(new RegExp(`^${place} of `));
}

/** Swipes to the next picture with a finger. */
async function swipe(page: Page): Promise<void> {
  const box = await galleryOf(page).getByRole("list").first().boundingBox();
  if (!box) throw new Error("the gallery is not in sight");
  const session = await page.context().newCDPSession(page);
  const y = box.y + box.height / 2;
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", share: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: box.x + box.width * share, y }],
    });
  await touch("touchStart", 0.8);
  for (let step = 1; step <= 12; step += 1) await touch("touchMove", 0.8 - 0.05 * step);
  await touch("touchEnd", 0.2);
}

describe("the gallery of a game", () => {
  test("is turned by arrow keys and small pictures", async ({ openPage }) => {
    const page = await openPage();
    await openGame(page, GAME);
    await galleryOf(page).getByRole("button", { name: "Next picture" }).focus();
    await page.keyboard.press("ArrowRight");
    await expectPlace(page, 2);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expectPlace(page, 5);
    await galleryOf(page)
      .getByRole("button", { name: /^Picture 3: / })
      .click();
    await expectPlace(page, 3);
  });

  test("plays a video on demand only, and the shop serves any part of it", async ({ openPage }) => {
    const page = await openPage();
    await openGame(page, GAME);
    const video = galleryOf(page).locator("video");
    expect(await video.evaluate((node: HTMLVideoElement) => [node.paused, node.preload, node.readyState])).toEqual([
      true,
      "none",
      0,
    ]);
    expect(await video.getAttribute("aria-label")).toMatch(/^Trailer of Wildmark, without sound: /);
    await galleryOf(page)
      .getByRole("button", { name: /^Video 2: / })
      .click();
    await expectPlace(page, 2);
    await video.evaluate((node: HTMLVideoElement) => node.play());
    await expect.poll(() => video.evaluate((node: HTMLVideoElement) => node.currentTime), WAIT).toBeGreaterThan(0.3);
    await galleryOf(page).getByRole("button", { name: "Next picture" }).click();
    await expect.poll(() => video.evaluate((node: HTMLVideoElement) => node.paused), WAIT).toBe(true);
    const url = (await video.locator("source").getAttribute("src")) ?? "";
    const part = await page.request.get(url, { headers: { range: "bytes=100-199" } });
    expect([part.status(), part.headers()["content-type"], (await part.body()).length]).toEqual([
      206,
      "video/webm",
      100,
    ]);
    const captions = await page.request.get((await video.locator("track").getAttribute("src")) ?? "");
    expect(await captions.text()).toMatch(/^WEBVTT\n\n00:00:00\.000 --> 00:00:05\.000\nTrailer of Wildmark/);
  });

  test("fills the screen, shows pictures closely, and gives the focus back", async ({ openPage }) => {
    const page = await openPage();
    await openGame(page, GAME);
    await galleryOf(page).getByRole("button", { name: "Look at 1 of 5 on the whole screen" }).click();
    const dialog = page.getByRole("dialog", { name: "Pictures and videos of Wildmark" });
    await dialog.getByText("1 of 5").waitFor();
    await expectAccessible(page);
    const zoom = dialog.getByRole("button", { name: "Look closely", exact: true });
    await zoom.click();
    expect(await zoom.getAttribute("aria-pressed")).toBe("true");
    const picture = dialog.getByRole("button", { name: /^See the whole picture: / });
    const window = page.viewportSize()?.width ?? 0;
    expect((await picture.boundingBox())?.width).toBeGreaterThan(window * 2);
    await zoom.click();
    await page.keyboard.press("ArrowRight");
    await dialog.getByText("2 of 5").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await expect.poll(focused, WAIT).toBe("Look at 2 of 5 on the whole screen");
  });

  test("is swiped on a phone", async ({ openPage }) => {
    const page = await openPage(PHONE);
    await openGame(page, GAME);
    await expectPlace(page, 1);
    await swipe(page);
    await expectPlace(page, 2);
    await expectNoSidewaysScroll(page);
  });
});

const priceSchema = z.object({
  items: z.array(z.object({ slug: z.string(), price: z.object({ discountPercent: z.int() }).nullable() })).min(1),
});

describe("the price of a game", () => {
  test("says until when and less than when it holds, and what the game cost before", async ({ openPage }) => {
    const page = await openPage();
    const response = await page.request.get("/api/games?sort=discount&limit=1");
    const [game] = priceSchema.parse(await response.json()).items;
    expect(game?.price?.discountPercent).toBeGreaterThan(0);
    await openGame(page, game?.slug ?? "");
    const buy = page.getByRole("complementary", { name: "Buy" });
    await buy.getByText(/^Ends in /).waitFor();
    await buy.getByText(/^Lowest price of the 30 days before this offer: \$/).waitFor();
    const reader = page.getByRole("slider", { name: "Price" });
    const latest = await reader.getAttribute("aria-valuetext");
    expect(latest).toMatch(/: \$[\d.]+ \(−\d+%\)$/);
    await reader.focus();
    await page.keyboard.press("ArrowLeft");
    const before = await reader.getAttribute("aria-valuetext");
    expect(before).not.toBe(latest);
    await page.keyboard.press("End");
    expect(await reader.getAttribute("aria-valuetext")).toBe(latest);
    await page.getByText("All prices as a table").click();
    const table = page.getByRole("table", { name: "All prices as a table" });
    expect(await table.getByRole("row").count()).toBeGreaterThan(2);
    await expectAccessible(page);
  });
});

describe("what there is to know of a game", () => {
  test("is told on desktop and phone, by day and by night", async ({ openPage }) => {
    for (const window of [{ colorScheme: "light" }, { ...PHONE, colorScheme: "dark" }] as const) {
      const page = await openPage(window);
      await openGame(page, "chronicle-of-aldermere");
      for (const title of [
        "About this game",
        "System requirements",
        "Languages",
        "Accessibility",
        "Complete the set",
      ]) {
        await page.getByRole("region", { name: title, exact: true }).waitFor();
      }
      await page.getByRole("region", { name: "System requirements" }).getByText("Recommended").first().waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  });

  test("is little of a game that has shown nothing, and one without a price counts the days", async ({ openPage }) => {
    const page = await openPage();
    await openGame(page, "daughters-of-the-tide");
    expect(await galleryOf(page).count()).toBe(0);
    await page.getByText(/^Out in \d+ days$/).waitFor();
    await expectAccessible(page);
    await openGame(page, "carnival-last-stand");
    await page.getByText(/^Out in \d+ days$/).waitFor();
    expect(await page.getByRole("button", { name: "Add to cart" }).count()).toBe(0);
    expect(await page.getByText("Price history").count()).toBe(0);
  });

  test("is told in Spanish as well", async ({ openPage }) => {
    const page = await openPage({ locale: "es-ES" });
    await page.goto(`/es/games/${GAME}`);
    await page.getByRole("region", { name: "Requisitos del sistema" }).waitFor();
    await page.getByRole("region", { name: "Historial de precios" }).waitFor();
    await page.getByRole("button", { name: "Compartir" }).waitFor();
    await expectAccessible(page);
  });
});

async function giveBirthday(page: Page, year: number): Promise<void> {
  await page.getByLabel("Day").fill("1");
  await page.getByLabel("Month").fill("2");
  await page.getByLabel("Year").fill(String(year));
  await page.getByRole("button", { name: "Show the game" }).click();
}

/** Pictures of games on the page. */
const countPictures = (page: Page) => page.locator('img[src*="media"], video').count();

describe("the age gate", () => {
  const [game, other] = ADULT_GAMES;
  const thisYear = new Date().getUTCFullYear();

  test("shows nothing of a game for adults before it is passed, and remembers who passed it", async ({ openPage }) => {
    const page = await openPage({ isAgeUnknown: true });
    await page.goto(`/games/${game}`);
    await page.getByText("Rated 18+").waitFor();
    expect(await countPictures(page)).toBe(0);
    expect(await page.locator('script[type="application/ld+json"]').textContent()).toContain('"VideoGame"');
    await expectAccessible(page);
    await giveBirthday(page, 1850);
    await page.getByRole("alert").getByText("That is not a date of birth", { exact: false }).waitFor();
    await giveBirthday(page, thisYear - 30);
    await galleryOf(page).waitFor();
    await page.goto(`/games/${other}`);
    await galleryOf(page).waitFor();
  });

  test("stays shut for who is too young, whatever they say next", async ({ openPage }) => {
    const page = await openPage({ isAgeUnknown: true, ...PHONE });
    await page.goto(`/games/${game}`);
    await giveBirthday(page, thisYear - 12);
    await page.getByText("so we cannot show it to you", { exact: false }).waitFor();
    await page.goto(`/games/${other}`);
    await page.getByText("so we cannot show it to you", { exact: false }).waitFor();
    expect(await page.getByLabel("Year").count()).toBe(0);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test("works without scripts", async ({ browser }) => {
    const context = await browser.newContext({ baseURL: inject("baseUrl"), javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`/games/${game}`);
    await giveBirthday(page, thisYear - 30);
    await page.waitForURL((url) => url.pathname === `/games/${game}`);
    await galleryOf(page).waitFor();
    // What a script would show once the window is painted.
    await page.getByRole("heading", { name: "Reviews" }).waitFor();
    await context.close();
  });
});
