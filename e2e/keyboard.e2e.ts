import type { Locator } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { z } from "zod";
import { DEMO_LOGINS } from "@/lib/shared/demo-logins";
import { register, type ShopPage, test } from "./shop-test";

/** More presses than any way through a page of the shop takes. */
const MAX_PRESSES = 120;

const WAIT = { timeout: 15_000 };

/** Presses a key until the focus is on the element, as somebody does who has no pointer. */
async function goTo(page: ShopPage, target: Locator, key: "Tab" | "ArrowDown" = "Tab"): Promise<void> {
  await target.first().waitFor();
  for (let presses = 0; presses < MAX_PRESSES; presses += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not reach ${target} on ${page.url()}`);
}

/** The focus must be seen: an outline or a ring around what has it. */
async function expectVisibleFocus(page: ShopPage): Promise<void> {
  const look = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return null;
    const styles = [element, element.parentElement].flatMap((one) =>
      one ? [getComputedStyle(one), getComputedStyle(one, "::after")] : [],
    );
    return styles.some(
      (style) => (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none",
    );
  });
  expect(look, `the focus on ${page.url()} is not seen`).toBe(true);
}

async function findPaidGame(): Promise<{ slug: string; title: string }> {
  const response = await fetch(`${inject("baseUrl")}/api/games?sort=price_desc&kind=base&limit=8`);
  const { items } = z
    .object({ items: z.array(z.object({ slug: z.string(), title: z.string() })) })
    .parse(await response.json());
  const game = items.at(-1);
  if (!game) throw new Error("there are too few games");
  return game;
}

describe("the whole shop without a pointer", () => {
  test("a game is found, bought and seen in the library by keys alone", { timeout: 180_000 }, async ({ openPage }) => {
    const game = await findPaidGame();
    const page = await openPage();
    await register(page);
    await page.goto("/");
    await page.keyboard.press("Tab");
    await expect.poll(() => page.locator(":focus").textContent(), WAIT).toBe("Skip to the content");
    await expectVisibleFocus(page);

    await page.keyboard.press("Control+k");
    await page.keyboard.type(game.title, { delay: 20 });
    const option = page.locator(`[role=option][href$="/games/${game.slug}"]`);
    await option.waitFor();
    for (let presses = 0; presses < 10 && (await option.getAttribute("aria-selected")) !== "true"; presses += 1) {
      await page.keyboard.press("ArrowDown");
      await page.locator("[role=option][aria-selected=true]").waitFor();
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`/games/${game.slug}$`));

    const buy = page.getByRole("complementary", { name: "Buy" }).getByRole("button", { name: "Add to cart" });
    await goTo(page, buy);
    await expectVisibleFocus(page);
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog", { name: "Your cart" });
    await goTo(page, drawer.getByRole("link", { name: "Check out" }));
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/checkout/);

    await goTo(page, page.getByRole("radio").first());
    await page.keyboard.press("Space");
    await goTo(page, page.getByRole("button", { name: /^Pay / }));
    await expectVisibleFocus(page);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
    await goTo(page, page.getByRole("main").getByRole("link", { name: "In your library" }).first());
    await page.keyboard.press("Enter");
    await page.getByRole("main").getByRole("link", { name: game.title }).first().waitFor();
  });

  test("the cart's drawer keeps the focus inside, gives it back, and closes by Escape", async ({ openPage }) => {
    const page = await openPage();
    await page.goto(`/games/${(await findPaidGame()).slug}`);
    const add = page.getByRole("complementary", { name: "Buy" }).getByRole("button", { name: "Add to cart" });
    await goTo(page, add);
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog", { name: "Your cart" });
    await drawer.getByRole("link", { name: /check out/i }).waitFor();
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press("Tab");
      expect(
        await drawer.evaluate(
          (element) => element.contains(document.activeElement) || document.activeElement === document.body,
        ),
      ).toBe(true);
    }
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), WAIT).toBe("In your cart");
  });
});

describe("what a screen reader is told", () => {
  test("of a game: its name, its price, what it needs, and every part by a heading", async ({ openPage }) => {
    const game = await findPaidGame();
    const page = await openPage();
    await page.goto(`/games/${game.slug}`);
    await page.getByRole("heading", { name: "Reviews", exact: true }).waitFor();
    const tree = await page.getByRole("main").ariaSnapshot();
    expect(tree).toContain(`heading "${game.title}" [level=1]`);
    for (const section of ["About this game", "System requirements", "Languages", "Reviews"]) {
      expect(tree).toContain(`heading "${section}" [level=2]`);
    }
    expect(tree).toMatch(/complementary "Buy"/);
    expect(tree).toMatch(/button "Add to cart/);
    // No picture or button without a name.
    expect(tree).not.toMatch(/^\s*- (?:button|link|img|textbox|combobox)\s*$/m);
  });

  test("of the frame: landmarks, once each, and what the cart holds", async ({ openPage }) => {
    const page = await openPage();
    await page.goto("/");
    const tree = await page.locator("body").ariaSnapshot();
    for (const landmark of ["banner", "main", "contentinfo", "search"]) {
      expect(tree.match(new RegExp(`^\\s*- ${landmark}\\b`, "gm"))?.length, landmark).toBe(1);
    }
    expect(tree).toMatch(/navigation "Main"/);
    expect(tree).toMatch(/(?:link|button) "Cart/);
  });

  test("of a refused sign-in: what is wrong, at once, with the focus on it", async ({ openPage }) => {
    const page = await openPage();
    page.watch.allowStatus(401);
    await page.goto("/sign-in");
    await goTo(page, page.locator("input[name=email]"));
    await page.keyboard.type(DEMO_LOGINS[0].email);
    await goTo(page, page.locator("input[name=password]"));
    await page.keyboard.type("not the password");
    await page.keyboard.press("Enter");
    const alert = page.getByRole("main").getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/wrong/);
  });
});
