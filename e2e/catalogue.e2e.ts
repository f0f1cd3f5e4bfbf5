import { describe, expect } from "vitest";
import { expectResults, listGames, listTitles, openReady, PHONE, WAIT } from "./finding-steps";
import { expectAccessible, expectNoSidewaysScroll, type ShopPage, test } from "./shop-test";

const filters = (page: ShopPage) => page.getByRole("complementary", { name: "Filters" });
const heading = (page: ShopPage, name: string) => page.getByRole("heading", { level: 1, name });

describe("the catalogue", () => {
  test("narrows by several filters, all of them in the address, and drops them again", async ({ openPage }) => {
    const page = await openPage();
    await openReady(page, "/games");
    await filters(page)
      .getByRole("link", { name: /^Strategy/ })
      .click();
    await page.waitForURL(/genre=strategy/);
    await heading(page, "Strategy games").waitFor();
    await expectResults(page, "genre=strategy");
    await filters(page).getByRole("link", { name: /^RPG/ }).click();
    await page.waitForURL(/genre=rpg%2Cstrategy/);
    await expectResults(page, "genre=rpg,strategy");
    await filters(page)
      .getByRole("link", { name: /^Steam Deck/ })
      .click();
    await page.waitForURL(/platform=steam-deck/);
    await expectResults(page, "genre=rpg,strategy&platform=steam-deck");
    await expectAccessible(page);
    const chosen = page.getByRole("list", { name: "Chosen filters" });
    await chosen.getByRole("link", { name: "Strategy, remove" }).click();
    await expectResults(page, "genre=rpg&platform=steam-deck");
    await page.goBack();
    await expectResults(page, "genre=rpg,strategy&platform=steam-deck");
    await chosen.getByRole("link", { name: "Clear all" }).click();
    await page.waitForURL((url) => url.pathname === "/games" && url.search === "");
    await expectResults(page, "");
  });

  test("counts what each filter would leave", async ({ openPage }) => {
    const page = await openPage();
    await openReady(page, "/games?genre=rpg");
    const row = filters(page).getByRole("link", { name: /^On sale/ });
    const count = Number(/, (\d+) games?/.exec((await row.textContent()) ?? "")?.[1]);
    await row.click();
    await page.waitForURL(/offer=sale/);
    await page.getByText(`${count} games`, { exact: true }).first().waitFor();
    expect(await listTitles(page)).toHaveLength(Math.min(24, count));
  });

  test("takes a range of prices as numbers and by the slider", async ({ openPage }) => {
    const page = await openPage();
    await openReady(page, "/games");
    await page.getByLabel("From, in USD").fill("10");
    await page.getByLabel("To, in USD").fill("19.99");
    await page.getByRole("button", { name: "Apply" }).click();
    await page.waitForURL(/priceMinCents=1000&priceMaxCents=1999/);
    await expectResults(page, "priceMinCents=1000&priceMaxCents=1999");
    await filters(page).getByRole("slider", { name: "Highest price" }).focus();
    await page.keyboard.press("End");
    await page.waitForURL((url) => !url.searchParams.has("priceMaxCents"));
    await expectResults(page, "priceMinCents=1000");
  });

  test("sorts, and shows rows instead of pictures until one wants pictures again", async ({ openPage }) => {
    const page = await openPage();
    await openReady(page, "/games");
    await page.getByLabel("Sort by").selectOption("price_desc");
    await page.waitForURL(/sort=price_desc/);
    await expectResults(page, "sort=price_desc");
    await page.getByRole("button", { name: "List", exact: true }).click();
    const [game] = await listGames("sort=price_desc&limit=1");
    const about = page.getByRole("region", { name: "Results" }).getByRole("article").first();
    await expect.poll(() => about.evaluate((card) => getComputedStyle(card).flexDirection), WAIT).toBe("row");
    expect(await about.textContent()).toContain(game?.title);
    await expectAccessible(page);
    await page.reload();
    await expect.poll(() => about.evaluate((card) => getComputedStyle(card).flexDirection), WAIT).toBe("row");
  });

  test("loads more, and is as long and as far down as it was when one comes back from a game", async ({ openPage }) => {
    const page = await openPage();
    await openReady(page, "/games?sort=title");
    for (const length of [48, 72]) {
      await page.getByRole("link", { name: "Load more games" }).click();
      await expect.poll(async () => (await listTitles(page)).length, WAIT).toBe(length);
    }
    const titles = await listTitles(page);
    expect(new Set(titles).size).toBe(72);
    expect(titles).toEqual((await listGames("sort=title&limit=72")).map(({ title }) => title));
    const card = page.getByRole("link", { name: titles[60] ?? "", exact: true }).first();
    await card.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => window.scrollY);
    expect(before).toBeGreaterThan(1000);
    await card.click();
    await heading(page, titles[60] ?? "").waitFor();
    await page.goBack();
    await page.waitForURL(/sort=title/);
    expect(await listTitles(page)).toEqual(titles);
    await expect.poll(() => page.evaluate(() => window.scrollY), WAIT).toBe(before);
  });

  test("says why more did not come, and goes on when asked again", async ({ openPage }) => {
    const page = await openPage();
    await openReady(page, "/games?sort=title");
    await page.route("**/api/games?*", (route) => route.abort("internetdisconnected"), { times: 1 });
    await page.getByRole("link", { name: "Load more games" }).click();
    await page.getByText("The store cannot be reached", { exact: false }).first().waitFor();
    await page.getByRole("link", { name: "Try again" }).click();
    await expect.poll(async () => (await listTitles(page)).length, WAIT).toBe(48);
  });

  test("offers ways on where nothing is found", async ({ openPage }) => {
    const page = await openPage();
    await page.goto("/games?q=zzzzqqqq");
    await page.getByText("Nothing found for “zzzzqqqq”").waitFor();
    await page.getByRole("region", { name: "Popular now" }).getByRole("article").first().waitFor();
    await expectAccessible(page);
    const [game] = await listGames("sort=popular&limit=1");
    await page.goto(`/games?q=${encodeURIComponent(game?.title ?? "")}&kind=dlc&offer=free`);
    await page.getByRole("link", { name: `Search for “${game?.title}” in all games` }).click();
    await page.waitForURL((url) => url.searchParams.get("q") === game?.title && !url.searchParams.has("kind"));
    await page
      .getByRole("region", { name: "Results" })
      .getByRole("link", { name: game?.title ?? "" })
      .first()
      .waitFor();
  });

  test.for([
    "/games?genre=no-such-genre",
    "/games?genre=RPG",
    "/games?sort=worst",
    "/games?cursor=bm90IG91cnM",
    "/games?priceMinCents=900&priceMaxCents=100",
    "/games?rating=9",
    `/games?q=${"x".repeat(10_000)}`,
    "/genres/no-such-genre",
    "/genres/rpg?tag=no-such-tag",
    "/publishers/%F0%9F%98%80",
    "/es/tags/no-such-tag",
  ])("%s is not found, by its status and its page", async (path, { openPage }) => {
    const page = await openPage();
    page.watch.allowStatus(404);
    expect((await page.goto(path))?.status()).toBe(404);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectAccessible(page);
  });

  test("takes script, SQL and turned text in a search for plain words", async ({ openPage }) => {
    const page = await openPage();
    for (const q of [`<script>alert(1)</script>'; drop table games; --`, "‮gnirts‬", "😀 😀", "%_\\"]) {
      expect((await page.goto(`/games?q=${encodeURIComponent(q)}`))?.status()).toBe(200);
      await page.getByRole("heading", { level: 1 }).waitFor();
    }
    expect((await listGames("limit=1")).length).toBe(1);
  });
});

describe("without scripts", () => {
  test("filters, sorts, takes prices and turns pages by plain links and forms", async ({ openPage }) => {
    const page = await openPage({ hasScripts: false });
    await page.goto("/games");
    await filters(page)
      .getByRole("link", { name: /^Adventure/ })
      .click();
    await page.waitForURL(/genre=adventure/);
    await page.getByLabel("Sort by").selectOption("title");
    await page.getByRole("button", { name: "Sort", exact: true }).click();
    await page.waitForURL(/sort=title/);
    await expectResults(page, "genre=adventure&sort=title");
    await page.getByLabel("From, in USD").fill("5");
    await page.getByRole("button", { name: "Apply" }).click();
    await page.waitForURL(/priceMinCents=500/);
    await expectResults(page, "genre=adventure&sort=title&priceMinCents=500");
    await page.goto("/games?sort=title");
    const first = await listTitles(page);
    await page.getByRole("link", { name: "Load more games" }).click();
    await page.waitForURL(/cursor=/);
    const second = await listTitles(page);
    expect(second.filter((title) => first.includes(title))).toEqual([]);
    await page.getByRole("link", { name: "Back to the first games" }).click();
    await page.waitForURL((url) => !url.searchParams.has("cursor"));
  });

  test("opens the filters of a phone", async ({ openPage }) => {
    const page = await openPage({ ...PHONE, hasScripts: false });
    await page.goto("/games");
    const row = page.locator("#filters").getByRole("link", { name: /^Strategy/ });
    expect(await row.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Filters" }).tap();
    await row.tap();
    await page.waitForURL(/genre=strategy/);
    await heading(page, "Strategy games").waitFor();
  });
});

describe("on a phone", () => {
  test.for(["light", "dark"] as const)("finds a game by filters in a sheet, %s", async (colorScheme, { openPage }) => {
    const page = await openPage({ ...PHONE, colorScheme });
    await openReady(page, "/games");
    await page.getByRole("button", { name: "Filters" }).tap();
    const sheet = page.getByRole("dialog", { name: "Filters" });
    await sheet.waitFor();
    await expectAccessible(page);
    await sheet.getByRole("link", { name: /^Simulation/ }).tap();
    await page.waitForURL(/genre=simulation/);
    // It stays open, so that one can choose on.
    await sheet.getByRole("link", { name: /^On sale/ }).tap();
    await page.waitForURL(/offer=sale/);
    const games = await listGames("genre=simulation&offer=sale&limit=24");
    await sheet
      .getByRole("button", { name: games.length === 1 ? "Show one game" : `Show ${games.length} games` })
      .tap();
    await expect.poll(() => sheet.isVisible(), WAIT).toBe(false);
    await expectResults(page, "genre=simulation&offer=sale");
    await expectNoSidewaysScroll(page);
    await page
      .getByRole("link", { name: games[0]?.title ?? "", exact: true })
      .first()
      .tap();
    await page.waitForURL(`**/games/${games[0]?.slug}`);
  });

  test.for(["/", "/games", "/games?genre=action", "/genres", "/genres/rpg", "/publishers", "/es/tags"])(
    "%s fits and is accessible in both themes",
    async (path, { openPage }) => {
      for (const colorScheme of ["light", "dark"] as const) {
        const page = await openPage({ width: 360, height: 780, isMobile: true, colorScheme });
        await page.goto(path, { waitUntil: "load" });
        await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
      }
    },
  );
});

describe("a genre's page", () => {
  test("leads from the header to a game, by what is in it", async ({ openPage }) => {
    const page = await openPage();
    await openReady(page, "/");
    await page.getByRole("navigation", { name: "Main" }).first().getByRole("link", { name: "Genres" }).click();
    await heading(page, "Genres").waitFor();
    await page.getByRole("main").getByRole("link", { name: /^RPG/ }).click();
    await page.waitForURL("**/genres/rpg");
    await heading(page, "RPG games").waitFor();
    await expectResults(page, "genre=rpg");
    await expectAccessible(page);
    const within = page.getByRole("list", { name: "Popular in RPG" }).getByRole("link").first();
    await within.click();
    await page.waitForURL(/\/genres\/rpg\?tag=/);
    const tag = new URL(page.url()).searchParams.get("tag");
    await expectResults(page, `genre=rpg&tag=${tag}`);
    const [game] = await listGames(`genre=rpg&tag=${tag}&limit=1`);
    await page
      .getByRole("link", { name: game?.title ?? "", exact: true })
      .first()
      .click();
    await page.waitForURL(`**/games/${game?.slug}`);
  });

  test("has an address, a title and a canonical link of its own, in both languages", async ({ openPage }) => {
    const page = await openPage();
    await page.goto("/es/genres/strategy");
    expect(await page.title()).toBe("Estrategia · Kratos");
    await page.getByRole("heading", { level: 1, name: "Estrategia" }).waitFor();
    const canonical = await page.locator("link[rel=canonical]").getAttribute("href");
    expect(new URL(canonical ?? "").pathname).toBe("/es/genres/strategy");
    // In the language chosen last.
    await page.goto("/games?genre=strategy");
    const named = await page.locator("link[rel=canonical]").getAttribute("href");
    expect(new URL(named ?? "").pathname).toBe("/es/genres/strategy");
  });
});
