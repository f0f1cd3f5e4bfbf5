import { describe, expect } from "vitest";
import { createDb } from "@/lib/server/db";
import { addDays, toDate, toDay } from "@/lib/shared/day";
import { expectAccessible, expectNoSidewaysScroll, type ShopPage, signIn, test } from "./shop-test";
import { getStoreEngines } from "./store-engines";

/** Answers "what if" must feel immediate; a shared machine gets some slack. */
const WHAT_IF_MS = 3_000;

async function withStore<Result>(run: (db: ReturnType<typeof createDb>) => Promise<Result>): Promise<Result> {
  const db = createDb(getStoreEngines().DATABASE_URL, { maxConnections: 1 });
  try {
    return await run(db);
  } finally {
    await db.$disconnect();
  }
}

/** The game that sold for the longest time: it has a forecast, a track record and discounts. */
const findOldGame = (memberEmail?: string) =>
  withStore(async (db) => {
    const member = memberEmail ? { publisher: { members: { some: { user: { email: memberEmail } } } } } : {};
    const game = await db.game.findFirstOrThrow({
      where: {
        ...member,
        forecasts: { some: {} },
        dailySales: { some: {} },
        prices: { some: { priceCents: { gt: 0 } } },
      },
      orderBy: { releaseDate: "asc" },
      select: { slug: true },
    });
    return game.slug;
  });

const findForeignGame = (email: string) =>
  withStore(async (db) => {
    const game = await db.game.findFirstOrThrow({
      where: { publisher: { members: { none: { user: { email } } } }, forecasts: { some: {} } },
      select: { slug: true },
    });
    return game.slug;
  });

/** A game whose served forecasts lost to repeating the last week on each of the last fourteen days. */
const flagGame = () =>
  withStore(async (db) => {
    const game = await db.game.findFirstOrThrow({
      where: { forecasts: { some: {} }, dailySales: { some: {} } },
      orderBy: { title: "desc" },
      select: { id: true, slug: true, title: true },
    });
    const today = toDay(new Date());
    const lost = { forecasts: 1, soldUnits: 5, predictedUnits: 14n, absError: 9n, naiveAbsError: 2n, covered: 0 };
    const data = Array.from({ length: 14 }, (_, ago) => ({
      ...{ ...lost, gameId: game.id, kind: "issued" as const, bucket: "near" as const, pinball: 2 },
      targetDay: toDate(addDays(today, -ago)),
    }));
    await db.forecastScore.createMany({ data });
    const unflag = () =>
      withStore((own) => own.forecastScore.deleteMany({ where: { gameId: game.id, kind: "issued" } }));
    return { ...game, unflag };
  });

const part = (page: ShopPage, id: string) => page.locator(`#${id}`);

/** A number as people read it: `1,234`, `+7.9`, `−0.4`. */
const toNumber = (text: string | null) => Number((text ?? "").replaceAll(",", "").replace("−", "-"));

/** The numbers of the bars of "why": the level, the effects, and last the forecast. */
async function readBars(page: ShopPage): Promise<number[]> {
  const rows = part(page, "why").getByRole("table").locator("tbody tr");
  await rows.first().waitFor();
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => row.querySelector("td:last-child")?.textContent ?? ""),
  );
  return texts.map(toNumber);
}

function expectToAddUp(bars: number[]): void {
  const sum = bars.slice(0, -1).reduce((total, units) => total + units, 0);
  expect(bars.length).toBeGreaterThan(3);
  expect(sum).toBeCloseTo(bars.at(-1) ?? Number.NaN, 5);
}

/** Units with the plan of the form, once the answer to it is there. */
async function readPlanUnits(page: ShopPage): Promise<number> {
  const card = part(page, "what-if");
  await card.locator("[aria-busy=false]").getByRole("region").first().waitFor();
  const row = card.getByRole("region", { name: /^Units in/ }).locator("dl > div", { hasText: "With this plan" });
  return toNumber(await row.locator("dd > span").first().textContent());
}

describe("a game's forecast, for staff", () => {
  test("says how good it was, and why a day is as it is, in bars that add up", async ({ openPage }) => {
    const page = await openPage();
    await signIn(page, "staff");
    await page.goto(`/admin/games/${await findOldGame()}`);
    await page.getByText(/^Forecast by:/).waitFor();
    await part(page, "accuracy")
      .getByText(/repeating the last known week would have been off by/)
      .waitFor();
    await part(page, "accuracy").getByText("Back-tested").first().waitFor();
    await part(page, "accuracy").getByRole("button", { name: "8 to 28" }).click();
    await part(page, "accuracy")
      .getByRole("button", { name: /^Show as table/ })
      .click();
    await part(page, "accuracy").getByRole("columnheader", { name: "Inside the 80 % band" }).waitFor();

    const first = await readBars(page);
    expectToAddUp(first);
    const day = part(page, "why").getByLabel("Day", { exact: true });
    const before = await day.inputValue();
    await part(page, "why").getByRole("button", { name: "Day after" }).click();
    expect(await day.inputValue()).not.toBe(before);
    expectToAddUp(await readBars(page));
    await expectAccessible(page);
  });

  test("answers what if, and keeps the plan as a draft until it is deleted", async ({ openPage }) => {
    const page = await openPage();
    await signIn(page, "staff");
    await page.goto(`/admin/games/${await findOldGame()}`);
    const card = part(page, "what-if");
    await card.scrollIntoViewIfNeeded();
    await card.getByText("This is what the data suggest, not a promise.").waitFor();
    const mild = await readPlanUnits(page);

    const askedAt = Date.now();
    await card.getByLabel("Percent").fill("75");
    await expect.poll(() => readPlanUnits(page), { timeout: WHAT_IF_MS }).not.toBe(mild);
    expect(Date.now() - askedAt).toBeLessThan(WHAT_IF_MS);
    expect(await card.getByRole("slider").inputValue()).toBe("75");

    await card.getByLabel("Percent").fill("95");
    await card.getByText("From 0 to 90 %").waitFor();
    await card.getByText("These numbers are still those of the last plan.").waitFor();
    await expectAccessible(page);
    await card.getByLabel("Percent").fill("75");

    const name = `Deep cut ${Date.now()}`;
    await card.getByLabel("Name of the draft").fill(name);
    await card.getByRole("button", { name: "Save as draft promotion" }).click();
    const drafts = card.getByRole("region", { name: "Draft promotions" });
    await drafts.getByText(name, { exact: true }).waitFor();
    await expectAccessible(page);

    await page.reload();
    await card.scrollIntoViewIfNeeded();
    await drafts.getByRole("button", { name: `Delete the draft ${name}` }).click();
    await drafts.getByText(name, { exact: true }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await drafts.getByText(name, { exact: true }).waitFor();
    await drafts.getByRole("button", { name: `Delete the draft ${name}` }).click();
    await page.getByText(`“${name}” is deleted`, { exact: true }).waitFor();
  });

  test("has launch forecasts of games to come, with games like them", async ({ openPage }) => {
    const page = await openPage();
    await signIn(page, "staff");
    await page.goto("/admin/games");
    await page.getByRole("link", { name: "Not out yet" }).click();
    await page.getByText("Expected in its first 60 days").first().waitFor();
    await expectAccessible(page);
    await page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first().click();
    await page.getByText("Not out yet: this is a forecast of its launch").waitFor();
    await page.getByText("First 30 days").waitFor();
    const like = page.getByRole("heading", { name: "Games like it" });
    await like.waitFor();
    await expectAccessible(page);
    await page.getByRole("list").filter({ hasText: "in 30 days" }).getByRole("link").first().click();
    await page.getByRole("heading", { name: "Units sold and forecast" }).waitFor();
  });

  test("is marked everywhere where it lost to the simplest rule, with a way to train again", async ({ openPage }) => {
    const { slug, title, unflag } = await flagGame();
    try {
      const page = await openPage();
      await signIn(page, "staff");
      await page.goto("/admin");
      await page.getByRole("main").getByText("Needs retraining").waitFor();
      await page.goto(`/admin/games?q=${encodeURIComponent(title)}`);
      await page.getByRole("table").getByText("Needs retraining").waitFor();
      await page.goto(`/admin/games/${slug}`);
      await page.getByText("Repeating the last week was the better forecast", { exact: true }).waitFor();
      await page.getByRole("button", { name: "Train the model again" }).waitFor();
      await expectAccessible(page);
    } finally {
      await unflag();
    }
  });

  test("shows the quality of all forecasts, and fits a phone", async ({ openPage }) => {
    const page = await openPage({ width: 390, height: 844, isMobile: true });
    await signIn(page, "staff");
    await page.goto("/admin/forecasts");
    await page.getByRole("heading", { level: 1, name: "Forecast quality" }).waitFor();
    await page.getByRole("heading", { name: "Games that ask for retraining" }).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.goto(`/admin/games/${await findOldGame()}`);
    await part(page, "what-if").scrollIntoViewIfNeeded();
    await readPlanUnits(page);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});

describe("a game's forecast, for its publisher", () => {
  test("is theirs to try and to explain; nobody else's can be asked for", async ({ openPage }) => {
    const page = await openPage();
    const { email } = await signIn(page, "publisher");
    await page.goto(`/publisher/games/${await findOldGame(email)}`);
    expectToAddUp(await readBars(page));
    await part(page, "what-if").scrollIntoViewIfNeeded();
    await readPlanUnits(page);
    expect(await page.getByRole("button", { name: "Train the model again" }).count()).toBe(0);

    page.watch.allowStatus(404);
    const foreign = await findForeignGame(email);
    expect((await page.goto(`/publisher/games/${foreign}`))?.status()).toBe(404);
    const statuses = await page.evaluate(
      (slug) =>
        Promise.all(
          ["forecast", "forecast/why", "forecast/drafts", "accuracy"].flatMap((rest) =>
            ["publisher", "admin"].map(async (area) => (await fetch(`/api/${area}/games/${slug}/${rest}`)).status),
          ),
        ),
      foreign,
    );
    expect(new Set(statuses)).toEqual(new Set([404]));
  });
});
