import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { createDb } from "@/lib/server/db";
import { findPaidGame, findPaidGames } from "./find-games";
import { expectAccessible, expectNoSidewaysScroll, register, type ShopPage, test } from "./shop-test";
import { getStoreEngines } from "./store-engines";

const POLL = { timeout: 15_000 };

/** Games that no other test file buys. */
const findGames = (count: number) => findPaidGames(count, 8);

/** Wishes of the page's visitor, made beside the page. */
async function wishFor(page: Page, games: readonly { id: string }[]): Promise<void> {
  for (const { id } of games) {
    const answer = await page.request.post("/api/wishlist/items", { data: { gameId: id } });
    expect(answer.status()).toBe(201);
  }
}

const list = (page: Page) => page.getByRole("list", { name: "Games on your wishlist" });
const titlesOf = (page: Page) => list(page).getByRole("heading", { level: 2 }).allTextContents();

/** The wishlist's page, once it can be used. */
async function openWishlist(page: ShopPage, query = ""): Promise<void> {
  await page.goto(`/wishlist${query}`);
  await page.waitForLoadState("networkidle");
  await expect
    .poll(
      () =>
        page
          .getByRole("button", { name: /^More for / })
          .first()
          .isEnabled(),
      POLL,
    )
    .toBe(true);
}

describe("a guest's wishlist", () => {
  test("is filled by hearts, ordered and noted on a phone, and is there after signing in", async ({ openPage }) => {
    const page = await openPage({ width: 390, height: 844, isMobile: true, colorScheme: "light" });
    await page.goto("/games?kind=base");
    const hearts = page.getByRole("button", { name: /^Wishlist: / });
    const names = await hearts.evaluateAll((buttons) => buttons.slice(0, 3).map((button) => button.ariaLabel ?? ""));
    for (const name of names) await page.getByRole("button", { name, exact: true }).click();
    await expect.poll(() => page.getByRole("link", { name: "Wishlist, 3 games" }).isVisible(), POLL).toBe(true);
    await page.getByText("is on your wishlist").last().waitFor();
    const titles = names.map((name) => name.replace("Wishlist: ", ""));

    await openWishlist(page);
    expect(await titlesOf(page)).toEqual(titles);
    const last = titles[2] ?? "";
    await page.getByRole("button", { name: `More for ${last}` }).click();
    await page.getByRole("menuitem", { name: "Move to the top" }).click();
    await expect.poll(() => titlesOf(page), POLL).toEqual([last, titles[0], titles[1]]);
    await page.getByRole("button", { name: `More for ${last}` }).click();
    await page.getByRole("menuitem", { name: "Add a note" }).click();
    await page.getByLabel(`Note on ${last}`).fill("For the <b>long</b> winter 🎄");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("For the <b>long</b> winter 🎄").waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);

    await register(page);
    await openWishlist(page);
    expect(await titlesOf(page)).toEqual([last, titles[0], titles[1]]);
    await page.getByText("For the <b>long</b> winter 🎄").waitFor();
    await page.getByRole("button", { name: "Yes, write to me" }).click();
    await page.getByText("as soon as you have confirmed your e-mail address").waitFor();
    await expectAccessible(page);
  });

  test("is moved into the cart at once, and a game comes back by saving it for later", async ({ openPage }) => {
    const games = await findGames(2);
    const page = await openPage();
    await wishFor(page, games);
    await openWishlist(page);
    await page.getByRole("button", { name: "Move 2 games to the cart" }).click();
    const drawer = page.getByRole("dialog", { name: "Your cart" });
    await drawer.getByText("2 games are in your cart").waitFor();
    await expectAccessible(page);
    const title = games[0]?.title ?? "";
    await drawer.getByRole("button", { name: `Save for later: ${title}` }).click();
    await drawer.getByText(`${title} is on your wishlist`).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => titlesOf(page), POLL).toEqual([title]);
  });
});

describe("the wishlist's order", () => {
  test("follows the keys of a handle, which keeps the focus, and is kept", async ({ openPage }) => {
    const games = await findGames(4);
    const [a = "", b = "", c = "", d = ""] = games.map(({ title }) => title);
    const page = await openPage();
    await wishFor(page, games);
    await openWishlist(page);
    const handle = page.getByRole("button", { name: `Move ${d}`, exact: true });
    await handle.focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => titlesOf(page), POLL).toEqual([a, b, d, c]);
    expect(await handle.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Home");
    await expect.poll(() => titlesOf(page), POLL).toEqual([d, a, b, c]);
    await page.getByRole("status").getByText(`${d} is now 1 of 4`).waitFor({ state: "attached" });
    await page.keyboard.press("End");
    await expect.poll(() => titlesOf(page), POLL).toEqual([a, b, c, d]);
    const ids = () => page.request.get("/api/wishlist/ids").then((answer) => answer.json());
    await expect.poll(ids, POLL).toEqual({ gameIds: games.map(({ id }) => id) });
  });

  test("follows the pointer that drags a handle, and Escape lets go", async ({ openPage }) => {
    const games = await findGames(3);
    const [a = "", b = "", c = ""] = games.map(({ title }) => title);
    const page = await openPage();
    await wishFor(page, games);
    await openWishlist(page);
    const centre = async (title: string) => {
      const box = await page.getByRole("button", { name: `Move ${title}`, exact: true }).boundingBox();
      if (!box) throw new Error(`${title} has no handle`);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const drag = async (title: string, to: string, after: number) => {
      const [start, end] = [await centre(title), await centre(to)];
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move(end.x, end.y + after, { steps: 6 });
    };
    await drag(a, c, 30);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    expect(await titlesOf(page)).toEqual([a, b, c]);
    await drag(a, c, 30);
    await page.mouse.up();
    await expect.poll(() => titlesOf(page), POLL).toEqual([b, c, a]);
    await drag(c, b, -30);
    await page.mouse.up();
    await expect.poll(() => titlesOf(page), POLL).toEqual([c, b, a]);
    await openWishlist(page);
    expect(await titlesOf(page)).toEqual([c, b, a]);
  });
});

describe("the wishlist's page", () => {
  test("is filtered and ordered by its address, and shows what is gone from the shop as such", async ({ openPage }) => {
    const games = await findGames(3);
    const [gone, ...others] = games;
    const page = await openPage();
    await wishFor(page, games);
    const db = createDb(getStoreEngines().DATABASE_URL, { maxConnections: 1 });
    const setStatus = (status: "published" | "delisted") =>
      db.game.update({ where: { id: gone?.id ?? "" }, data: { status } });
    try {
      await setStatus("delisted");
      await openWishlist(page);
      await list(page).getByText("No longer sold").waitFor();
      expect(
        await list(page)
          .getByRole("link", { name: gone?.title ?? "" })
          .count(),
      ).toBe(0);
      await page.getByLabel("Order").selectOption("title");
      await expect.poll(() => page.url(), POLL).toContain("?sort=title");
      await page.getByLabel(/^Up to/).fill("0");
      await page.getByText("No wish fits these filters").waitFor();
      await expectAccessible(page);
      await page.reload();
      await page.getByText("No wish fits these filters").waitFor();
      await page.getByRole("button", { name: "Show them all" }).click();
      await expect.poll(() => titlesOf(page), POLL).toEqual(games.map(({ title }) => title));
      expect(new URL(page.url()).search).toBe("");
    } finally {
      await setStatus("published");
      await db.$disconnect();
    }
    expect(others).toHaveLength(2);
  });

  test("takes a game off with an undo that brings it back to its place", async ({ openPage }) => {
    const games = await findGames(3);
    const titles = games.map(({ title }) => title);
    const [, middle = ""] = titles;
    const page = await openPage();
    await wishFor(page, games);
    await openWishlist(page);
    await page.getByRole("button", { name: `More for ${middle}` }).click();
    await page.getByRole("menuitem", { name: "Take off the list" }).click();
    await page.getByText(`${middle} is off your wishlist`, { exact: true }).waitFor();
    expect(await titlesOf(page)).toEqual([titles[0], titles[2]]);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => titlesOf(page), POLL).toEqual(titles);
    await page.getByRole("button", { name: `More for ${middle}` }).click();
    await page.getByRole("menuitem", { name: "Take off the list" }).waitFor();
    await expectAccessible(page);
  });

  test("asks once about mail: who puts the question away is not asked again", async ({ openPage }) => {
    const [game] = await findGames(1);
    const page = await openPage();
    await register(page);
    await wishFor(page, game ? [game] : []);
    await openWishlist(page);
    const question = page.getByRole("region", { name: "Hear of price drops and releases?" });
    await question.getByRole("button", { name: "No, thanks" }).click();
    await question.waitFor({ state: "detached" });
    await openWishlist(page);
    expect(await question.count()).toBe(0);
  });

  test("is empty at first, and speaks Spanish", async ({ openPage }) => {
    const page = await openPage({ locale: "es-ES", colorScheme: "light" });
    await page.goto("/es/wishlist");
    await page.getByRole("heading", { name: "Tu lista de deseados aún está vacía" }).waitFor();
    await expectAccessible(page);
  });
});

test("two tabs show one wishlist and one cart", async ({ openPage }) => {
  const game = await findPaidGame(8);
  const page = await openPage();
  const other = await page.context().newPage();
  await other.goto("/wishlist");
  await other.getByText("Nothing on your wishlist yet").waitFor();
  await page.goto(`/games/${game.slug}`);
  const buy = page.getByRole("complementary", { name: "Buy" });
  await buy.getByRole("button", { name: "Add to wishlist" }).click();
  await expect.poll(() => titlesOf(other), POLL).toEqual([game.title]);
  await buy.getByRole("button", { name: "Add to cart" }).click();
  await expect.poll(() => other.getByRole("link", { name: /^Cart\s*1\s*game$/ }).isVisible(), POLL).toBe(true);
  await other.getByRole("link", { name: /^Cart\s*1/ }).click();
  const drawer = other.getByRole("dialog", { name: "Your cart" });
  await drawer.getByRole("button", { name: `Remove ${game.title}` }).click();
  await drawer.getByText(`${game.title} is out of your cart`, { exact: true }).waitFor();
  await page.getByRole("dialog", { name: "Your cart" }).getByText("Your cart is empty").waitFor();
  await drawer.getByRole("button", { name: "Undo" }).click();
  await page
    .getByRole("dialog", { name: "Your cart" })
    .getByRole("list", { name: "Games in your cart" })
    .getByRole("link", { name: game.title })
    .waitFor();
});
