import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, test } from "./shop-test";

type Entry = { loc: string; alternates: [string, string][]; changedOn: string | null };

/** Reads a sitemap with the browser's own XML parser, which refuses what is not well-formed. */
async function readSitemap(page: Page, url: string): Promise<Entry[]> {
  const response = await page.request.get(url);
  expect([response.status(), response.headers()["content-type"]]).toEqual([200, "application/xml; charset=utf-8"]);
  return page.evaluate(
    (xml) => {
      const document = new DOMParser().parseFromString(xml, "application/xml");
      const problem = document.querySelector("parsererror");
      if (problem) throw new Error(problem.textContent ?? "not well-formed");
      return [...document.documentElement.children].map((entry) => ({
        loc: entry.querySelector("loc")?.textContent ?? "",
        changedOn: entry.querySelector("lastmod")?.textContent ?? null,
        alternates: [...entry.getElementsByTagName("xhtml:link")].map((link): [string, string] => [
          link.getAttribute("hreflang") ?? "",
          link.getAttribute("href") ?? "",
        ]),
      }));
    },
    await response.text(),
  );
}

const readLinks = (page: Page, selector: string, name: string) =>
  page.locator(`head ${selector}`).evaluateAll((links, key) => links.map((link) => link.getAttribute(key) ?? ""), name);

/** What the page says of itself. */
async function readFacts(page: Page) {
  const [canonical = null] = await readLinks(page, 'link[rel="canonical"]', "href");
  const languages = await readLinks(page, 'link[rel="alternate"][hreflang]', "hreflang");
  const addresses = await readLinks(page, 'link[rel="alternate"][hreflang]', "href");
  const [robots = ""] = await readLinks(page, 'meta[name="robots"]', "content");
  const [picture = ""] = await readLinks(page, 'meta[property="og:image"]', "content");
  const alternates = Object.fromEntries(languages.map((language, index) => [language, addresses[index]]));
  return { canonical, alternates, robots, picture };
}

describe("the sitemaps", () => {
  test("name every game's page in both languages, and each page is there under that address", async ({ openPage }) => {
    const page = await openPage();
    await page.goto("/sitemaps/pages.xml");
    const index = await readSitemap(page, "/sitemap.xml");
    const files = await Promise.all(index.map(({ loc }) => readSitemap(page, loc)));
    const entries = files.flat();
    expect(new Set(entries.map(({ loc }) => loc)).size).toBe(entries.length);
    expect(entries.filter(({ loc }) => /\/games\/[^/]+$/.test(loc)).length).toBeGreaterThan(2 * 100);
    const locs = new Set(entries.map(({ loc }) => loc));
    for (const { alternates } of entries) {
      expect(alternates.map(([language]) => language)).toEqual(["en", "es", "x-default"]);
      for (const [, href] of alternates) expect(locs).toContain(href);
    }
    // One of each kind of page in each language, by a reader of it: others are sent to the pages of theirs.
    const samples = new Map(entries.map(({ loc }) => [loc.replace(/[^/]+$/, ""), loc]));
    const readers = { en: page, es: await openPage({ locale: "es-ES" }) };
    for (const loc of samples.values()) {
      const reader = readers[/\/es(\/|$)/.test(new URL(loc).pathname) ? "es" : "en"];
      await reader.goto(loc);
      expect((await readFacts(reader)).canonical, loc).toBe(loc);
    }
  });

  test("are found through robots.txt, which keeps robots from what is somebody's own", async ({ openPage }) => {
    const page = await openPage();
    const robots = await (await page.request.get("/robots.txt")).text();
    expect(robots).toContain(`Sitemap: ${inject("baseUrl")}/sitemap.xml`);
    for (const path of ["/api/", "/cart", "/es/cart", "/checkout", "/es/orders", "/*?*cursor="]) {
      expect(robots).toContain(`Disallow: ${path}\n`);
    }
    expect(robots).not.toContain("Disallow: /games");
  });
});

describe("a public page", () => {
  test.for(["/", "/games", "/es", "/es/games"])(
    "%s names itself, its languages and a picture that is there",
    async (path, { openPage }) => {
      const page = await openPage({ locale: path.startsWith("/es") ? "es-ES" : "en-US" });
      await page.goto(path);
      const { canonical, alternates, robots, picture } = await readFacts(page);
      expect(new URL(canonical ?? "").pathname).toBe(path);
      expect(Object.keys(alternates).toSorted()).toEqual(["en", "es", "x-default"]);
      expect(alternates[path.startsWith("/es") ? "es" : "en"]).toBe(canonical);
      expect(alternates["x-default"]).toBe(alternates.en);
      expect(robots).toBe("");
      const answer = await page.request.get(picture);
      expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, expect.stringMatching(/^image\//)]);
    },
  );

  test("of the catalogue is one however it is sorted, and stays out of the index where it is searched", async ({
    openPage,
  }) => {
    const page = await openPage();
    await page.goto("/games?sort=newest");
    expect(new URL((await readFacts(page)).canonical ?? "").pathname).toBe("/games");
    for (const query of ["q=winter", "genre=rpg&platform=linux", "priceMaxCents=999"]) {
      await page.goto(`/games?${query}`);
      expect((await readFacts(page)).robots, query).toMatch(/^noindex/);
    }
  });

  test("has facts that a search engine can read", async ({ openPage }) => {
    const page = await openPage();
    const [game] = (await (await page.request.get("/api/games?sort=popular&limit=1")).json()).items;
    for (const path of ["/", `/games/${game.slug}`]) {
      await page.goto(path);
      const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
      const found = texts.map((text) => JSON.parse(text));
      expect(found.length, path).toBeGreaterThan(0);
      for (const facts of found) expect(facts["@context"]).toBe("https://schema.org");
    }
  });

  test("of somebody's own is not for the index", async ({ openPage }) => {
    const page = await openPage();
    for (const path of ["/cart", "/sign-in", "/wishlist"]) {
      await page.goto(path);
      expect((await readFacts(page)).robots, path).toMatch(/^noindex/);
    }
  });
});

test("the shop can be put on a home screen, in the reader's language", async ({ openPage }) => {
  const page = await openPage({ locale: "es-ES" });
  await page.goto("/es");
  const [manifestUrl = ""] = await readLinks(page, 'link[rel="manifest"]', "href");
  // By the browser itself, which says what language it speaks.
  const manifest = await page.evaluate(async (url) => (await fetch(url)).json(), manifestUrl);
  expect(manifest).toMatchObject({ name: "Kratos", lang: "es", start_url: "/es", display: "standalone" });
  const icons = [...manifest.icons.map(({ src }: { src: string }) => src), "/apple-icon.png", "/icon.svg"];
  for (const icon of icons) expect((await page.request.get(icon)).status(), icon).toBe(200);
});

describe("an address that is no page's", () => {
  test.for([
    { path: "/no/such/page", heading: "There is nothing here", isMobile: false },
    { path: "/es/no/existe", heading: "Aquí no hay nada", isMobile: true },
  ])("$path says so, with a search", async ({ path, heading, isMobile }, { openPage }) => {
    const page = await openPage({ locale: "en-US", isMobile, width: isMobile ? 390 : 1280, colorScheme: "light" });
    page.watch.allowStatus(404);
    expect((await page.goto(path))?.status()).toBe(404);
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    expect((await readFacts(page)).robots).toMatch(/noindex/);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole("main").getByRole("searchbox").fill("winter");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname.endsWith("/games") && url.searchParams.get("q") === "winter");
  });
});

test("a page that loses its network says so, and goes on when it is back", async ({ openPage }) => {
  const page = await openPage({ width: 390, height: 844, isMobile: true });
  await page.goto("/cart");
  await page.getByRole("heading", { level: 1 }).waitFor();
  // What the page's own code still loads needs the network.
  await page.waitForLoadState("networkidle");
  const banner = page.getByRole("status").filter({ hasText: "You are offline" });
  await page.context().setOffline(true);
  await banner.waitFor();
  await expectAccessible(page);
  await page.context().setOffline(false);
  await banner.waitFor({ state: "detached" });
});
