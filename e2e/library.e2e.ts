import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { z } from "zod";
import { expectAccessible, expectNoSidewaysScroll, register, signIn, test } from "./shop-test";

const POLL = { timeout: 15_000 };
const librarySchema = z.object({ items: z.array(z.object({ slug: z.string(), title: z.string() })) });

async function listOwned(page: Page) {
  return librarySchema.parse(await (await page.request.get("/api/library")).json()).items;
}

const shelfLinks = (page: Page) => page.getByRole("navigation", { name: "Collections" }).getByRole("link");
const games = (page: Page) => page.getByRole("list", { name: "Games in your library" });

describe("a library", () => {
  test("has collections that are made of chosen games, renamed, deleted and brought back", async ({ openPage }) => {
    const page = await openPage();
    await signIn(page, "shopper");
    const [first, second] = await listOwned(page);
    await page.goto("/library");
    await page.getByRole("button", { name: "Select games" }).click();
    await page.getByRole("checkbox", { name: `Select ${first?.title}` }).check();
    await page.getByRole("checkbox", { name: `Select ${second?.title}` }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("status").getByText("2 selected").waitFor();
    await expectAccessible(page);
    const makeOfThese = async () => {
      await page.getByRole("button", { name: "Add to a collection" }).click();
      await page.getByRole("menuitem", { name: "New collection with these" }).click();
    };
    await makeOfThese();
    // Who thinks better of it has not chosen in vain.
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("status").getByText("2 selected").waitFor();
    await makeOfThese();
    await page.getByRole("textbox", { name: "Name" }).fill("Long winter");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Make collection" }).click();
    await shelfLinks(page).filter({ hasText: "Long winter" }).click();
    await page.waitForURL(/collection=/);
    await expect.poll(() => games(page).getByRole("listitem").count(), POLL).toBe(2);

    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Short winter");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Short winter" }).waitFor();
    await page.getByRole("button", { name: "Select games" }).click();
    await page.getByRole("checkbox", { name: `Select ${first?.title}` }).check();
    await page.getByRole("button", { name: "Take out of Short winter" }).click();
    await expect.poll(() => games(page).getByRole("listitem").count(), POLL).toBe(1);

    await page.getByRole("button", { name: "Delete collection" }).click();
    await page.getByText("The collection Short winter is deleted", { exact: true }).waitFor();
    expect(await shelfLinks(page).filter({ hasText: "Short winter" }).count()).toBe(0);
    await page.getByRole("button", { name: "Undo" }).last().click();
    await expect.poll(() => shelfLinks(page).filter({ hasText: "Short winter" }).count(), POLL).toBe(1);
    await page.reload();
    await shelfLinks(page).filter({ hasText: "Short winter" }).click();
    await expect.poll(() => games(page).getByRole("listitem").count(), POLL).toBe(1);
    await page.getByRole("button", { name: "Delete collection" }).click();
    await page.getByText("The collection Short winter is deleted", { exact: true }).waitFor();
  });

  test("is searched, filtered and ordered by its address, on a phone as well", async ({ openPage }) => {
    const page = await openPage({ width: 390, height: 844, isMobile: true, colorScheme: "light" });
    await signIn(page, "shopper");
    const [first] = await listOwned(page);
    await page.goto("/library?sort=title");
    const shown = async () => (await games(page).getByRole("heading").allTextContents()).map((text) => text.trim());
    const titles = await shown();
    expect(titles).toEqual(titles.toSorted((left, right) => left.localeCompare(right, "en")));
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("searchbox", { name: "Search your library" }).fill(first?.title.toUpperCase() ?? "");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=/);
    await expect.poll(shown, POLL).toEqual([first?.title]);
    await page.goto("/library?q=nothing-is-called-this");
    await page.getByText("No game of yours fits").waitFor();
    await expectAccessible(page);
    for (const query of ["?sort=played", "?collection=x", "?cursor=zzz", "?genre=%00"]) {
      await page.goto(`/library${query}`);
      await page.getByRole("heading", { name: "Your library", level: 1 }).waitFor();
    }
  });

  test("leads to a game's files, which come whole, and to nobody else's", async ({ openPage }) => {
    const page = await openPage();
    await signIn(page, "shopper");
    const [owned] = await listOwned(page);
    await page.goto("/library");
    await games(page)
      .getByRole("link", { name: owned?.title ?? "" })
      .click();
    await page.waitForURL(/\/library\/.+/);
    await page.getByRole("heading", { name: "Install files" }).waitFor();
    await expectAccessible(page);
    const file = page.getByRole("link", { name: /^Download version / }).first();
    const path = (await file.getAttribute("href")) ?? "";
    const answer = await page.request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(302);
    const body = new Uint8Array(await (await fetch(answer.headers().location ?? "")).arrayBuffer());
    const sha256 = createHash("sha256").update(body).digest("hex");
    await page.getByText(sha256, { exact: true }).waitFor();

    const stranger = await openPage();
    stranger.watch.allowStatus(404);
    await register(stranger);
    expect((await stranger.request.get(path, { maxRedirects: 0 })).status()).toBe(404);
    expect((await stranger.goto(`/library/${owned?.slug}`))?.status()).toBe(404);
    await stranger.getByRole("heading", { name: "There is nothing here" }).waitFor();
  });

  test("takes a game off a shelf again by the undo of putting it there", async ({ openPage }) => {
    const page = await openPage();
    await signIn(page, "shopper");
    const [owned] = await listOwned(page);
    const name = `Shelf ${Date.now()}`;
    const made = await page.request.post("/api/library/collections", { data: { name } });
    const { id } = z.object({ id: z.string() }).parse(await made.json());
    await page.goto(`/library/${owned?.slug}`);
    const box = page.getByRole("checkbox", { name });
    await box.check();
    await page.getByRole("button", { name: "Undo" }).last().click();
    await expect.poll(() => box.isChecked(), POLL).toBe(false);
    await page.request.delete(`/api/library/collections/${id}`);
  });

  test("of who has bought nothing is empty", async ({ openPage }) => {
    const page = await openPage();
    await register(page);
    await page.goto("/library");
    await page.getByText("Your library is empty").waitFor();
    await expectAccessible(page);
  });
});
