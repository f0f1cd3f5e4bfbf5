import { describe, expect } from "vitest";
import { findGameForSlip, listGames, openReady, PHONE, searchBox, WAIT } from "./finding-steps";
import { expectAccessible, expectNoSidewaysScroll, type ShopPage, test } from "./shop-test";

const options = (page: ShopPage) => page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");

/** Types into the box until its suggestions are there: its code is loaded with the first key. */
async function typeSlowly(page: ShopPage, text: string): Promise<void> {
  await searchBox(page).pressSequentially(text, { delay: 20 });
  await options(page).first().waitFor();
}

describe("the search box", () => {
  test("finds a game in spite of a slip, by keys alone", async ({ openPage }) => {
    const { slug, title, slip } = await findGameForSlip();
    const page = await openPage();
    await openReady(page, "/");
    await page.keyboard.press("Control+k");
    expect(await searchBox(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await typeSlowly(page, slip);
    await options(page).filter({ hasText: title }).first().waitFor();
    expect(await searchBox(page).getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => searchBox(page).getAttribute("aria-activedescendant"), WAIT).not.toBeNull();
    const activeId = await searchBox(page).getAttribute("aria-activedescendant");
    expect(await page.locator(`[id="${activeId}"]`).textContent()).toContain(title);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/games/${slug}`);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
  });

  test("keeps what was searched for, in the address and in the box, and goes back", async ({ openPage }) => {
    const page = await openPage();
    await openReady(page, "/");
    await searchBox(page).fill("winter");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/games\?q=winter$/);
    await page.getByRole("heading", { level: 1, name: "Results for “winter”" }).waitFor();
    await expect.poll(() => searchBox(page).inputValue(), WAIT).toBe("winter");
    expect(await searchBox(page).getAttribute("aria-expanded")).toBe("false");
    await page.goBack();
    await page.waitForURL((url) => url.pathname === "/");
    await expect.poll(() => searchBox(page).inputValue(), WAIT).toBe("");
    await page.goForward();
    await expect.poll(() => searchBox(page).inputValue(), WAIT).toBe("winter");
  });

  test("offers what was searched for lately, until it is removed", async ({ openPage }) => {
    const page = await openPage();
    await openReady(page, "/");
    for (const text of ["winter", "lantern"]) {
      await typeSlowly(page, text);
      await page.keyboard.press("Enter");
      await page.waitForURL(new RegExp(`q=${text}`));
      await expect.poll(() => searchBox(page).getAttribute("aria-expanded"), WAIT).toBe("false");
      await searchBox(page).fill("");
    }
    await openReady(page, "/");
    await searchBox(page).click();
    const recent = page.getByRole("group", { name: "Recent searches" }).getByRole("option");
    await expect.poll(() => recent.allTextContents(), WAIT).toEqual(["lantern", "winter"]);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Remove “lantern” from recent searches" }).click();
    await expect.poll(() => recent.allTextContents(), WAIT).toEqual(["winter"]);
    await searchBox(page).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Delete");
    await expect.poll(() => recent.count(), WAIT).toBe(0);
    await page.reload();
    await page.waitForLoadState("networkidle");
    await searchBox(page).click();
    await options(page).first().waitFor();
    expect(await recent.count()).toBe(0);
  });

  test("closes by Escape and keeps the text; the page behind it is as it was", async ({ openPage }) => {
    const page = await openPage();
    await openReady(page, "/games");
    await typeSlowly(page, "win");
    await page.keyboard.press("Escape");
    await expect.poll(() => searchBox(page).getAttribute("aria-expanded"), WAIT).toBe("false");
    expect(await searchBox(page).inputValue()).toBe("win");
    expect(new URL(page.url()).search).toBe("");
  });

  test.for(["light", "dark"] as const)("is accessible while it is open, %s", async (colorScheme, { openPage }) => {
    const page = await openPage({ colorScheme });
    await openReady(page, "/");
    await typeSlowly(page, "st");
    await page.keyboard.press("ArrowDown");
    await expectAccessible(page);
    await searchBox(page).fill("zzzzqqqq");
    await page.getByText("No quick match. Press Enter to search everything.").waitFor();
    await expectAccessible(page);
  });

  test("works without scripts, and keeps the text", async ({ openPage }) => {
    const page = await openPage({ hasScripts: false });
    const [game] = await listGames("sort=newest&kind=base&limit=1");
    await page.goto("/");
    await searchBox(page).fill(game?.title ?? "");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/games\?q=/);
    await page
      .getByRole("region", { name: "Results" })
      .getByRole("link", { name: game?.title ?? "", exact: true })
      .first()
      .waitFor();
    expect(await searchBox(page).inputValue()).toBe(game?.title);
  });

  test("speaks Spanish, names genres in it and stays in it", async ({ openPage }) => {
    const page = await openPage({ locale: "es-ES" });
    await openReady(page, "/es");
    const box = page.getByRole("combobox", { name: "Buscar juegos" });
    await box.pressSequentially("open", { delay: 20 });
    const option = page.getByRole("option", { name: /Mundo abierto.*Género/ });
    await option.click();
    await page.waitForURL("**/es/genres/open-world");
    await page.getByRole("heading", { level: 1, name: "Mundo abierto" }).waitFor();
  });
});

describe("the search of a phone", () => {
  test("has the whole screen, and gives it back", async ({ openPage }) => {
    const { title, slug, slip } = await findGameForSlip();
    const page = await openPage(PHONE);
    await openReady(page, "/");
    await searchBox(page).tap();
    await page.getByRole("button", { name: "Close the search" }).waitFor();
    await expectAccessible(page);
    const box = await page.locator("form[role=search]").boundingBox();
    expect([box?.x, box?.y, box?.width]).toEqual([0, 0, 390]);
    await page.getByRole("button", { name: "Close the search" }).tap();
    await expect.poll(() => page.getByRole("button", { name: "Close the search" }).isVisible(), WAIT).toBe(false);
    await searchBox(page).tap();
    await typeSlowly(page, slip);
    await expectNoSidewaysScroll(page);
    await options(page).filter({ hasText: title }).first().tap();
    await page.waitForURL(`**/games/${slug}`);
    expect(await page.getByRole("button", { name: "Close the search" }).isVisible()).toBe(false);
  });
});
