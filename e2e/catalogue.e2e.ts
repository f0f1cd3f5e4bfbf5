import { describe, expect, inject } from "vitest";
import { z } from "zod";
import { expectAccessible, expectNoSidewaysScroll, test } from "./shop-test";

const pageSchema = z.object({
  items: z.array(z.object({ slug: z.string(), title: z.string() })).min(1),
  nextCursor: z.string().nullable(),
});

async function listGames(query: string) {
  const response = await fetch(`${inject("baseUrl")}/api/games?${query}`);
  return pageSchema.parse(await response.json()).items;
}

describe("the landing page", () => {
  test("shows games with their pictures, and leads to one", async ({ openPage }) => {
    const page = await openPage();
    await page.goto("/");
    await page.getByRole("heading", { name: "Popular now" }).waitFor();
    await expectAccessible(page);
    const [popular] = await listGames("sort=popular&limit=1");
    await page
      .getByRole("link", { name: popular?.title ?? "", exact: true })
      .first()
      .click();
    await page.waitForURL(/\/games\/[^/?]+$/);
    await page.getByRole("heading", { level: 1 }).waitFor();
  });
});

describe("the catalogue", () => {
  test("keeps a filter in the address, and shows what the API answers", async ({ openPage }) => {
    const page = await openPage();
    await page.goto("/games");
    await page
      .getByRole("complementary", { name: "Filters" })
      .getByRole("link", { name: /^Strategy/ })
      .click();
    await page.waitForURL(/genre=strategy/);
    await page.getByRole("heading", { level: 1, name: "Strategy games" }).waitFor();
    const expected = (await listGames("genre=strategy&limit=5")).map(({ title }) => title);
    const cards = page.getByRole("region", { name: "Results" }).getByRole("heading", { level: 2 });
    // The results stream in after the heading.
    await expect.poll(async () => (await cards.allTextContents()).slice(0, 5), { timeout: 15_000 }).toEqual(expected);
    await expectAccessible(page);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Strategy games" }).waitFor();
  });

  test("goes on to a next page with other games, and back", async ({ openPage }) => {
    const page = await openPage();
    await page.goto("/games?sort=title");
    const cards = page.getByRole("region", { name: "Results" }).getByRole("heading", { level: 2 });
    await cards.first().waitFor();
    const first = await cards.allTextContents();
    await page.getByRole("link", { name: "Next page" }).click();
    await page.waitForURL(/cursor=/);
    await page.getByRole("link", { name: "First page" }).waitFor();
    await expect.poll(() => cards.first().textContent(), { timeout: 15_000 }).not.toBe(first[0]);
    const second = await cards.allTextContents();
    expect(second.filter((title) => first.includes(title))).toEqual([]);
    await page.getByRole("link", { name: "First page" }).click();
    await page.waitForURL((url) => !url.searchParams.has("cursor"));
  });

  test("finds a game by a part of its title, and says so where there is none", async ({ openPage }) => {
    const page = await openPage();
    const [game] = await listGames("sort=newest&limit=1");
    await page.goto("/");
    await page.getByRole("searchbox", { name: "Search for games" }).fill(game?.title ?? "");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/games\?q=/);
    await page
      .getByRole("region", { name: "Results" })
      .getByRole("link", { name: game?.title ?? "" })
      .first()
      .waitFor();
    await page.goto("/games?q=zzzzqqqq");
    await page.getByText("Nothing found for “zzzzqqqq”").waitFor();
  });

  test("treats script and SQL in a search as plain words", async ({ openPage }) => {
    const page = await openPage();
    const nasty = `<script>alert(1)</script>'; drop table games; --`;
    await page.goto(`/games?q=${encodeURIComponent(nasty)}`);
    await page.getByText("Nothing found for", { exact: false }).waitFor();
    expect((await listGames("limit=1")).length).toBe(1);
  });
});

describe("a game's page", () => {
  test("shows pictures, price, reviews and facts", async ({ openPage }) => {
    const [game] = await listGames("sort=popular&limit=1");
    const page = await openPage();
    await page.goto(`/games/${game?.slug}`);
    await page.getByRole("heading", { level: 1, name: game?.title ?? "" }).waitFor();
    await page.getByRole("heading", { name: "Reviews" }).waitFor();
    await page.getByRole("complementary", { name: "Buy" }).getByRole("button", { name: "Add to cart" }).waitFor();
    const broken = await page.evaluate(async () => {
      const images = [...document.images].filter((image) => image.loading !== "lazy");
      await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
      return images.filter((image) => image.naturalWidth === 0).map((image) => image.src);
    });
    expect(broken).toEqual([]);
    await expectAccessible(page);
  });

  test.for(["/games/no-such-game", "/no/such/page", "/orders/00000000-0000-4000-8000-000000000000"])(
    "%s is not found, or asks to sign in",
    async (path, { openPage }) => {
      const page = await openPage();
      page.watch.allowStatus(404);
      const response = await page.goto(path);
      if (path.startsWith("/orders")) return expect(page.url()).toContain("/sign-in");
      expect(response?.status()).toBe(404);
      await page.getByRole("heading", { name: "There is nothing here" }).waitFor();
      await expectAccessible(page);
    },
  );
});

describe("on a phone", () => {
  test.for(["/", "/games", "/games?genre=action", "/cart", "/sign-in", "/register"])(
    "%s fits and is accessible",
    async (path, { openPage }) => {
      const page = await openPage({ width: 390, height: 844, isMobile: true });
      await page.goto(path, { waitUntil: "load" });
      await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    },
  );

  test("a game's page fits and is accessible", async ({ openPage }) => {
    const [game] = await listGames("sort=discount&limit=1");
    const page = await openPage({ width: 390, height: 844, isMobile: true });
    await page.goto(`/games/${game?.slug}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
