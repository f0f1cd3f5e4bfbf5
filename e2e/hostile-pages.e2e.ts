import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { createDb } from "@/lib/server/db";
import { TELLTALE } from "./hostile-input";
import { expectNoSidewaysScroll, register, type ShopPage, test } from "./shop-test";
import { getStoreEngines } from "./store-engines";

/** Sets a trap: what runs of what was written by somebody is known afterwards. */
async function setTrap(page: ShopPage): Promise<() => Promise<unknown>> {
  await page.addInitScript((name) => {
    Object.assign(window, { [name]: () => Object.assign(window, { hasBeenHacked: true }) });
    window.alert = () => Object.assign(window, { hasBeenHacked: true });
  }, TELLTALE);
  return () => page.evaluate(() => Reflect.get(window, "hasBeenHacked") ?? false);
}

describe("in a browser", () => {
  test.for([
    `<script>${TELLTALE}()</script>`,
    `"><img src=x onerror=${TELLTALE}()>`,
    "\u202Egnp.exe\u202C مرحبا",
    "🎮".repeat(500),
    "x".repeat(10_000),
  ])("a search for %j shows words and runs nothing", async (text, { openPage }) => {
    const page = await openPage({ width: 390, height: 844, isMobile: true });
    const hasRun = await setTrap(page);
    // What is longer than a search may be is no address of the catalogue.
    page.watch.allowStatus(404);
    await page.goto(`/games?q=${encodeURIComponent(text)}`);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    expect(await hasRun()).toBe(false);
    await expectNoSidewaysScroll(page);
  });
});

/** Games that a shop does not wish for, and what becomes of them. */
describe("a game with a hostile name", () => {
  const db = () => createDb(getStoreEngines().DATABASE_URL, { maxConnections: 2 });
  const marker = randomUUID().slice(0, 8);
  const title = `"><img src=x onerror=${TELLTALE}()> \u202Eevil\u202C مرحبا 🎮 ${"W".repeat(180)}`;
  const made: { id: string; slug: string }[] = [];

  /** A game without a picture and, where nothing is said, without a price. */
  async function make(name: string, priceCents?: number): Promise<{ id: string; slug: string }> {
    const client = db();
    try {
      const slug = `hostile-${marker}-${name}`;
      const house = { slug: `hostile-${marker}`, name: `<script>${TELLTALE}()</script>`, description: title };
      const { id } = await client.game.create({
        data: {
          slug,
          title,
          developer: title,
          shortDescription: title,
          description: `${title}\n\n[link](javascript:${TELLTALE}()) <b>${title}</b>`,
          status: "published",
          releaseDate: new Date("2026-01-15"),
          publisher: { connectOrCreate: { where: { slug: house.slug }, create: house } },
          ...(priceCents === undefined ? {} : { prices: { create: { currency: "USD", priceCents } } }),
        },
        select: { id: true },
      });
      made.push({ id, slug });
      return { id, slug };
    } finally {
      await client.$disconnect();
    }
  }

  afterAll(async () => {
    const client = db();
    await client.game.deleteMany({ where: { id: { in: made.map(({ id }) => id) } } });
    await client.publisher.deleteMany({ where: { slug: `hostile-${marker}` } });
    await client.$disconnect();
  });

  test("is shown as text wherever it stands, without a picture and without a price", async ({ openPage }) => {
    const game = await make("unpriced");
    const page = await openPage({ width: 390, height: 844, isMobile: true });
    const hasRun = await setTrap(page);
    // A new publisher has a page once the catalogue has been read again.
    page.watch.allowStatus(404);
    for (const path of [
      `/games/${game.slug}`,
      `/es/games/${game.slug}`,
      `/publishers/hostile-${marker}`,
      `/games?publisher=hostile-${marker}`,
    ]) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      expect([path, await hasRun()]).toEqual([path, false]);
      await expectNoSidewaysScroll(page);
    }
    const refused = await page.request.post("/api/cart/items", { data: { gameId: game.id } });
    expect(refused.status()).toBe(409);
  });

  test("that is gone leaves carts and wishlists, and takes nothing else along", async ({ openPage }) => {
    const [gone, delisted] = [await make("gone", 999), await make("delisted", 1999)];
    const page = await openPage();
    await register(page);
    const hasRun = await setTrap(page);
    const [kept] = (await (await page.request.get("/api/games?sort=price_desc&limit=1")).json()).items;
    await fill(page, [gone.id, delisted.id, kept.id]);
    const client = db();
    await client.game.update({ where: { id: delisted.id }, data: { status: "delisted" } });
    await client.game.delete({ where: { id: gone.id } });
    await client.$disconnect();
    for (const path of ["/cart", "/wishlist", "/es/cart", "/checkout"]) {
      await page.goto(path);
      await page.getByRole("main").getByText(kept.title).first().waitFor();
      expect([path, await hasRun()]).toEqual([path, false]);
    }
    const { lines } = await (await page.request.get("/api/cart")).json();
    expect(
      lines.map(({ gameId, unavailable }: { gameId: string; unavailable: string }) => [gameId, unavailable]),
    ).toEqual([
      [delisted.id, "not_sold"],
      [kept.id, null],
    ]);
    page.watch.allowStatus(404);
    for (const { slug } of [gone, delisted]) expect((await page.goto(`/games/${slug}`))?.status()).toBe(404);
  });
});

/** Puts the games into the cart and onto the wishlist. */
async function fill(page: Page, gameIds: readonly string[]): Promise<void> {
  for (const gameId of gameIds) {
    expect((await page.request.post("/api/cart/items", { data: { gameId } })).status()).toBe(201);
    expect((await page.request.post("/api/wishlist/items", { data: { gameId } })).ok()).toBe(true);
  }
}
