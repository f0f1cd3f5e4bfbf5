import { describe, expect } from "vitest";
import { listGames, openReady, PHONE, WAIT } from "./finding-steps";
import { expectAccessible, expectNoSidewaysScroll, type ShopPage, signIn, test } from "./shop-test";

const stage = (page: ShopPage) => page.getByRole("region", { name: "Featured games" });
const shelf = (page: ShopPage, name: string | RegExp) => page.getByRole("region", { name });
/** The slide in sight: the others are there, out of reach. */
const slide = (page: ShopPage) => stage(page).locator("[role=group]:not([inert])");
const shownTitle = (page: ShopPage) => slide(page).getByRole("heading", { level: 2 }).textContent();

describe("the landing page", () => {
  test("has its shelves, with pictures that load, and leads to a game", async ({ openPage }) => {
    const page = await openPage();
    await openReady(page, "/");
    for (const name of ["New and trending", "Deals worth a look", "Top sellers", "Browse by genre", "Coming soon"]) {
      await shelf(page, name).waitFor();
    }
    const broken = await page.evaluate(async () => {
      const images = [...document.images].filter((image) => image.loading !== "lazy");
      await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
      return images.filter((image) => image.naturalWidth === 0).map((image) => image.src);
    });
    expect(broken).toEqual([]);
    await shelf(page, "Deals worth a look")
      .getByText(/Ends in/)
      .first()
      .waitFor();
    const [popular] = await listGames("sort=popular&kind=base&limit=1");
    const first = shelf(page, "Top sellers")
      .getByRole("link")
      .filter({ hasText: popular?.title ?? "" })
      .first();
    expect(await first.textContent()).toContain("Number 1");
    await first.click();
    await page.waitForURL(`**/games/${popular?.slug}`);
    await page.getByRole("heading", { level: 1, name: popular?.title ?? "" }).waitFor();
  });

  test.for(["light", "dark"] as const)("is accessible on every slide, %s", async (colorScheme, { openPage }) => {
    const page = await openPage({ colorScheme });
    await openReady(page, "/");
    const before = await shownTitle(page);
    await expectAccessible(page);
    await stage(page).getByRole("button", { name: "Next featured game" }).click();
    await expect.poll(() => shownTitle(page), WAIT).not.toBe(before);
    await expectAccessible(page);
    await stage(page).getByRole("button", { name: "Next featured game" }).press("ArrowLeft");
    await expect.poll(() => shownTitle(page), WAIT).toBe(before);
  });

  test("has them without scripts, too", async ({ openPage }) => {
    const page = await openPage({ hasScripts: false });
    await page.goto("/");
    for (const name of ["New and trending", "Top sellers", "Coming soon"]) await shelf(page, name).waitFor();
  });

  test("turns its stage on a phone, and nothing is wider than the screen", async ({ openPage }) => {
    const page = await openPage(PHONE);
    await openReady(page, "/");
    const before = await shownTitle(page);
    await stage(page).getByRole("button", { name: "Next featured game" }).tap();
    await expect.poll(() => shownTitle(page), WAIT).not.toBe(before);
    await expectNoSidewaysScroll(page);
    await slide(page)
      .getByRole("link", { name: /^See the game|^Find out more/ })
      .tap();
    await page.waitForURL(/\/games\/[^/?]+$/);
  });

  test("shows what was looked at in this browser, until it is to be forgotten", async ({ openPage }) => {
    const [one, other] = await listGames("sort=popular&kind=base&limit=2");
    const page = await openPage();
    for (const game of [one, other]) {
      await page.goto(`/games/${game?.slug}`);
      await page.getByRole("heading", { level: 1, name: game?.title ?? "" }).waitFor();
      await page.waitForLoadState("networkidle");
    }
    await openReady(page, "/");
    const viewed = shelf(page, "You looked at lately");
    await expect.poll(() => viewed.getByRole("link").allTextContents(), WAIT).toEqual([other?.title, one?.title]);
    await viewed.getByRole("button", { name: "Forget them" }).click();
    await expect.poll(() => viewed.count(), WAIT).toBe(0);
  });

  test("offers those who own a game others like it", async ({ openPage }) => {
    const page = await openPage();
    await openReady(page, "/");
    expect(await shelf(page, /^Because you own/).count()).toBe(0);
    await signIn(page, "shopper");
    await openReady(page, "/");
    const games = shelf(page, /^Because you own/).getByRole("article");
    await games.first().waitFor();
    const titles = await games.getByRole("heading", { level: 3 }).allTextContents();
    await page.goto("/library");
    for (const title of titles) expect(await page.getByRole("link", { name: title, exact: true }).count()).toBe(0);
  });
});

describe("the stage's page of staff", () => {
  const order = (page: ShopPage) =>
    page
      .getByRole("list", { name: "Games on the stage" })
      .getByRole("listitem")
      .locator(".font-semibold")
      .allTextContents();

  test("moves a game by keys and takes one off, each undone with a click", async ({ openPage }) => {
    const page = await openPage();
    await signIn(page, "staff");
    await openReady(page, "/admin/featured");
    const before = await order(page);
    const [first, second] = before;
    await page.getByRole("button", { name: `Move ${second}: arrow keys up and down` }).focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => order(page), WAIT).toEqual([second, first, ...before.slice(2)]);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => order(page), WAIT).toEqual(before);
    await page.getByRole("button", { name: `Take ${first} off the stage` }).click();
    await expect.poll(() => order(page), WAIT).toEqual(before.slice(1));
    await expect.poll(() => page.getByText("Saving…").count(), WAIT).toBe(0);
    await page.reload();
    await expect.poll(() => order(page), WAIT).toEqual(before.slice(1));
    await page.getByLabel("Look for a game").fill(first ?? "");
    await page.getByRole("button", { name: new RegExp(`^${first} .*put on the stage`) }).click();
    await expect.poll(() => order(page), WAIT).toEqual([...before.slice(1), first]);
    for (let place = before.length - 1; place > 0; place -= 1) {
      await page.getByRole("button", { name: `Move ${first} up`, exact: true }).click();
    }
    await expect.poll(() => order(page), WAIT).toEqual(before);
    await expect.poll(() => page.getByText("Saving…").count(), WAIT).toBe(0);
  });

  test("is not there for shoppers", async ({ openPage }) => {
    const page = await openPage();
    await signIn(page, "shopper");
    page.watch.allowStatus(404);
    expect((await page.goto("/admin/featured"))?.status()).toBe(404);
  });
});
