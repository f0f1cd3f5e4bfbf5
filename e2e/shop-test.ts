import { randomInt, randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { test as base, expect, inject } from "vitest";
import { AGE_COOKIE } from "@/lib/shared/age-gate";
import { DEMO_LOGINS, type DemoLogin } from "@/lib/shared/demo-logins";
import { launchBrowser } from "./browser";
import { readNewServerErrors, skipServerErrors } from "./server-log";
import { type PageWatch, watchPage } from "./watch-page";

/** What a visitor looks through: the window, and the languages and colours that they prefer. */
type Window = {
  width?: number;
  height?: number;
  isMobile?: boolean;
  locale?: "en-US" | "en-GB" | "es-ES" | "pt-BR" | "ja-JP";
  colorScheme?: "light" | "dark";
  /** A browser that never said how old its user is; else it is an adult's. */
  isAgeUnknown?: boolean;
  /** False for a browser that runs no scripts. */
  hasScripts?: boolean;
};

/** A page that is watched while the test uses it. */
export type ShopPage = Page & { watch: PageWatch };

/** Each visitor comes from an address of its own, as a proxy in front of the shop would tell it: limits count by it. */
const newAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

const ACTION_TIMEOUT_MS = 15_000;
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function openContext(browser: Browser, window: Window) {
  const { width = 1280, height = 900, isMobile = false, locale = "en-US", colorScheme = "dark" } = window;
  const context = await browser.newContext({
    baseURL: inject("baseUrl"),
    viewport: { width, height },
    isMobile,
    hasTouch: isMobile,
    locale,
    colorScheme,
    javaScriptEnabled: window.hasScripts !== false,
    reducedMotion: "reduce",
    extraHTTPHeaders: { "x-forwarded-for": newAddress() },
  });
  if (!window.isAgeUnknown) await context.addCookies([{ name: AGE_COOKIE, value: "40", url: inject("baseUrl") }]);
  context.setDefaultTimeout(ACTION_TIMEOUT_MS);
  return context;
}

/** Waits until React has taken over every button of a page: what is pressed before is lost on it. */
async function waitForHydration(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("header button, main button")].every((button) =>
      Object.keys(button).some((key) => key.startsWith("__reactProps")),
    ),
  );
}

/** Has a page's navigations wait for its scripts, as people do by being slower than a test. */
function waitOnNavigation(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...args) => {
    const response = await goto(...args);
    await waitForHydration(page);
    return response;
  };
  page.reload = async (...args) => {
    const response = await reload(...args);
    await waitForHydration(page);
    return response;
  };
}

/** Keeps what the page of a failed test looked like, in a folder that git ignores. */
async function keepPicture(page: Page, testName: string, index: number): Promise<void> {
  const name = `${testName.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-${index}.png`;
  await page.screenshot({ path: `test-results/${name}`, timeout: 5_000 }).catch(() => undefined);
  console.error(`test-results/${name} shows ${page.url()}`);
}

/**
 * Tests of the shop in a browser: `openPage` gives a page of a visitor of its own, and the test fails on whatever
 * went wrong on it unseen: console errors, failed requests, a violated content policy.
 */
export const test = base.extend<{ browser: Browser; openPage: (window?: Window) => Promise<ShopPage> }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's needs from this pattern.
    async ({}, use) => {
      skipServerErrors();
      const browser = await launchBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: "file" },
  ],
  openPage: async ({ browser, task }, use) => {
    const contexts: BrowserContext[] = [];
    const pages: Page[] = [];
    const watches: PageWatch[] = [];
    await use(async (window = {}) => {
      const context = await openContext(browser, window);
      contexts.push(context);
      const page = await context.newPage();
      pages.push(page);
      if (window.hasScripts !== false) waitOnNavigation(page);
      const watch = watchPage(page, inject("baseUrl"), window.hasScripts);
      watches.push(watch);
      return Object.assign(page, { watch });
    });
    if (task.result?.errors?.length) await Promise.all(pages.map((page, index) => keepPicture(page, task.name, index)));
    await Promise.all(contexts.map((context) => context.close()));
    expect(watches.flatMap(({ problems }) => problems)).toEqual([]);
    expect(readNewServerErrors(), "lines of the server's logs").toEqual([]);
  },
});

/** Fails with the rule, the place and the reason of everything on the page that breaks WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${node.target.join(" ")}: ${node.failureSummary?.replace(/\s+/g, " ")}`),
  );
  expect(found, page.url()).toEqual([]);
}

/** Fails where something is wider than the window, so that a phone would scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  // Not the page's own idea of its width: a phone's layout grows with what is too wide.
  const width = page.viewportSize()?.width ?? 0;
  const overflow = (await page.evaluate(() => document.documentElement.scrollWidth)) - width;
  expect(overflow, `${page.url()} is too wide`).toBeLessThanOrEqual(0);
}

/** Fills and sends the sign-in form, and waits until the header shows the account. */
export async function signIn(page: Page, role: DemoLogin["role"]): Promise<DemoLogin> {
  const login = DEMO_LOGINS.find((candidate) => candidate.role === role);
  if (!login) throw new Error(`there is no demo login for ${role}`);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(login.email);
  await page.getByLabel("Password", { exact: true }).fill(login.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await page.getByRole("button", { name: `Account of ${login.name}` }).waitFor();
  return login;
}

/** Registers a shopper who is nobody else, and waits until they are signed in. */
export async function register(page: Page): Promise<{ name: string; email: string; password: string }> {
  const id = randomUUID().slice(0, 8);
  const shopper = { name: `Robin ${id}`, email: `robin-${id}@example.com`, password: `four random words ${id}` };
  await page.goto("/register");
  await page.getByLabel("Name").fill(shopper.name);
  await page.getByLabel("E-mail").fill(shopper.email);
  await page.getByLabel("Password", { exact: true }).fill(shopper.password);
  await page.getByRole("button", { name: "Make my account" }).click();
  await page.waitForURL((url) => url.pathname !== "/register");
  await page.getByRole("button", { name: `Account of ${shopper.name}` }).waitFor();
  return shopper;
}
