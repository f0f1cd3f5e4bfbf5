import { describe, expect } from "vitest";
import { DEMO_LOGINS, type DemoLogin } from "@/lib/shared/demo-logins";
import { type Locale, localizePath } from "@/lib/shared/locale";
import { expectAccessible, expectNoSidewaysScroll, type ShopPage, test } from "./shop-test";

/** Every kind of page by who may see it; pages of one thing are found by following a link of their list. */
const PAGES = {
  guest: [
    "/",
    "/games",
    "/games?q=winter&genre=action,rpg&sort=price_asc",
    "/games?q=nothing+is+called+like+this",
    "/cart",
    "/wishlist",
    "/sign-in",
    "/register",
    "/forgot-password",
    "/reset-password?token=over",
    "/confirm-email?token=over",
    "/unsubscribe?token=over",
    "/genres",
    "/categories",
    "/tags",
    "/publishers",
    "/bundles",
    "/no-such-page",
  ],
  shopper: [
    "/library",
    "/orders",
    "/wishlist",
    "/account",
    "/account/security",
    "/account/notifications",
    "/account/data",
  ],
  publisher: ["/publisher", "/publisher/reviews"],
  staff: [
    "/admin",
    "/admin/games",
    "/admin/orders",
    "/admin/forecasts",
    "/admin/pipelines",
    "/admin/featured",
    "/admin/reviews",
  ],
} as const satisfies Partial<Record<DemoLogin["role"] | "guest", readonly string[]>>;

/** A way in from a list: the first link of this kind on the page. */
const LINKS = {
  guest: [
    { from: "/games", to: /\/games\/[a-z0-9-]+$/ },
    { from: "/", to: /\/genres\/[a-z0-9-]+$/ },
    { from: "/publishers", to: /\/publishers\/[a-z0-9-]+$/ },
    { from: "/bundles", to: /\/bundles\/[a-z0-9-]+$/ },
  ],
  shopper: [
    { from: "/orders", to: /\/orders\/[0-9a-f-]{36}$/ },
    { from: "/library", to: /\/library\/[a-z0-9-]+$/ },
  ],
  publisher: [{ from: "/publisher", to: /\/publisher\/games\/[a-z0-9-]+$/ }],
  staff: [
    { from: "/admin/games", to: /\/admin\/games\/[a-z0-9-]+$/ },
    { from: "/admin/pipelines", to: /\/admin\/pipelines\/[0-9a-f-]{36}$/ },
  ],
} as const satisfies Record<keyof typeof PAGES, readonly { from: string; to: RegExp }[]>;

/** Two visitors who differ in all that a page can look different by. */
const VISITORS = [
  {
    name: "on a desktop, dark, in English",
    locale: "en",
    window: { width: 1440, colorScheme: "dark", locale: "en-US" },
  },
  {
    name: "on a phone, light, in Spanish",
    locale: "es",
    window: { width: 390, height: 844, isMobile: true, colorScheme: "light", locale: "es-ES" },
  },
] as const;

async function signInAs(page: ShopPage, role: DemoLogin["role"], locale: Locale): Promise<void> {
  const login = DEMO_LOGINS.find((candidate) => candidate.role === role);
  await page.goto(localizePath("/sign-in", locale));
  await page.locator("input[name=email]").fill(login?.email ?? "");
  await page.locator("input[name=password]").fill(login?.password ?? "");
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}

async function findLinked(page: ShopPage, to: RegExp): Promise<string> {
  await expect.poll(() => page.locator("main a[href]").count(), { timeout: 15_000 }).toBeGreaterThan(0);
  const find = () =>
    page
      .locator("main a[href]")
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  await expect.poll(async () => (await find()).some((path) => to.test(path)), { timeout: 15_000 }).toBe(true);
  return (await find()).find((path) => to.test(path)) ?? "";
}

/** What holds of any page: language, one heading, nothing too wide, nothing that an assistive technology stumbles over. */
async function expectWellMade(page: ShopPage, locale: Locale): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  // Skeletons give way to what they stand for.
  await expect.poll(() => page.locator("main [aria-busy=true]").count(), { timeout: 15_000 }).toBe(0);
  const where = page.url();
  expect(await page.locator("html").getAttribute("lang"), where).toBe(locale);
  expect(await page.getByRole("heading", { level: 1 }).count(), `headings of ${where}`).toBe(1);
  expect(await page.title(), where).toMatch(/Kratos/);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

const WHO = ["guest", "shopper", "publisher", "staff"] as const;

describe.each(VISITORS)("every page, $name,", ({ window, locale }) => {
  test.for(WHO)("is well made for a %s", { timeout: 240_000 }, async (who, { openPage }) => {
    const page = await openPage(window);
    page.watch.allowStatus(404);
    if (who !== "guest") await signInAs(page, who, locale);
    for (const path of PAGES[who]) {
      await page.goto(localizePath(path, locale));
      await expectWellMade(page, locale);
    }
    for (const { from, to } of LINKS[who]) {
      await page.goto(localizePath(from, locale));
      await page.goto(await findLinked(page, to));
      await expectWellMade(page, locale);
    }
  });
});
