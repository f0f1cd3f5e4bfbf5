import { expect, inject } from "vitest";
import { z } from "zod";
import type { ShopPage } from "./shop-test";

/** How long a test waits for what comes by the network. */
export const WAIT = { timeout: 15_000 };

/** A phone's window. */
export const PHONE = { width: 390, height: 844, isMobile: true } as const;

const pageSchema = z.object({
  items: z.array(z.object({ slug: z.string(), title: z.string() })).min(1),
  nextCursor: z.string().nullable(),
});

/** Games that the API lists for a query. */
export async function listGames(query: string): Promise<{ slug: string; title: string }[]> {
  const response = await fetch(`${inject("baseUrl")}/api/games?${query}`);
  return pageSchema.parse(await response.json()).items;
}

/** A released game with a title of one long word or more, to be searched for with a slip. */
export async function findGameForSlip(): Promise<{ slug: string; title: string; slip: string }> {
  const games = await listGames("sort=popular&kind=base&limit=30");
  const game = games.find(({ title }) => /^[A-Za-z]{6,}/.test(title));
  if (!game) throw new Error("no game has a long word at the beginning of its title");
  // Two letters in each other's place.
  const slip = game.title.replace(/^(..)(.)(.)/, "$1$3$2").toLowerCase();
  return { ...game, slip };
}

/** Opens a page; until its scripts run, a click on what they move does nothing. */
export async function openReady(page: ShopPage, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState("networkidle");
}

/** Titles of the games in the results, in their order. */
export function listTitles(page: ShopPage): Promise<string[]> {
  return page.getByRole("region", { name: "Results" }).getByRole("heading", { level: 2 }).allTextContents();
}

/** Waits until the results are these games, as the API lists them. */
export async function expectResults(page: ShopPage, query: string): Promise<void> {
  const wanted = (await listGames(`${query}&limit=24`)).map(({ title }) => title);
  await expect.poll(() => listTitles(page), WAIT).toEqual(wanted);
}

/** The search box of the header. */
export function searchBox(page: ShopPage) {
  return page.getByRole("combobox", { name: "Search for games" });
}
