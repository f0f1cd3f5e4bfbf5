import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { test as base, expect, inject } from "vitest";
import { DEMO_LOGINS, type DemoLogin } from "@/lib/shared/demo-logins";
import { launchBrowser } from "./browser";
import { type PageWatch, watchPage } from "./watch-page";

type Window = { width?: number; height?: number; isMobile?: boolean };

/** A page that is watched while the test uses it. */
export type ShopPage = Page & { watch: PageWatch };

const ACTION_TIMEOUT_MS = 15_000;
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function openContext(browser: Browser, { width = 1280, height = 900, isMobile = false }: Window) {
  const context = await browser.newContext({
    baseURL: inject("baseUrl"),
    viewport: { width, height },
    isMobile,
    hasTouch: isMobile,
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(ACTION_TIMEOUT_MS);
  return context;
}

/**
 * Tests of the shop in a browser: `openPage` gives a page of a visitor of its own, and the test fails on whatever
 * went wrong on it unseen: console errors, failed requests, a violated content policy.
 */
export const test = base.extend<{ browser: Browser; openPage: (window?: Window) => Promise<ShopPage> }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's needs from this pattern.
    async ({}, use) => {
      const browser = await launchBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: "file" },
  ],
  openPage: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const watches: PageWatch[] = [];
    await use(async (window = {}) => {
      const context = await openContext(browser, window);
      contexts.push(context);
      const page = await context.newPage();
      const watch = watchPage(page, inject("baseUrl"));
      watches.push(watch);
      return Object.assign(page, { watch });
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(watches.flatMap(({ problems }) => problems)).toEqual([]);
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
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${page.url()} is too wide`).toBeLessThanOrEqual(0);
}

export function findLogin(role: DemoLogin["role"]): DemoLogin {
  const login = DEMO_LOGINS.find((candidate) => candidate.role === role);
  if (!login) throw new Error(`there is no demo login for ${role}`);
  return login;
}
