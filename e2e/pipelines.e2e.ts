import type { Locator } from "playwright-core";
import { describe, expect } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, type ShopPage, signIn, test } from "./shop-test";

const RUN_MS = 60_000;
const WAIT = { timeout: 15_000 };

async function openPipelines(page: ShopPage): Promise<void> {
  await signIn(page, "staff");
  await page.goto("/admin/pipelines");
  await page.getByRole("heading", { level: 1, name: "Pipelines" }).waitFor();
  await page.getByText("Live", { exact: true }).waitFor();
}

/** The newest run in the list. */
function newestRun(page: ShopPage): Locator {
  return page.getByRole("table", { name: "Runs" }).getByRole("row").nth(1);
}

/** Starts the ETL for yesterday again, from the ground up, and waits until the list shows it. */
async function startEtl(page: ShopPage): Promise<void> {
  const before = await newestRun(page).getByRole("link").getAttribute("href");
  await page.getByRole("button", { name: /^Run now.*Sales ETL$/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Do it again, even if the day is done").check();
  await dialog.getByLabel("Wait its turn if a run is under way").check();
  await dialog.getByRole("button", { name: "Start the run" }).click();
  await expect.poll(() => newestRun(page).getByRole("link").getAttribute("href"), { timeout: 20_000 }).not.toBe(before);
}

describe("an operator", () => {
  test("starts a run and watches it to its end without reloading", async ({ openPage }) => {
    const page = await openPage();
    await openPipelines(page);
    await expectAccessible(page);
    await startEtl(page);
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await expect.poll(() => newestRun(page).textContent(), { timeout: RUN_MS }).toMatch(/Succeeded/);
    const grid = page.getByRole("grid", { name: "Sales ETL: runs by tasks" });
    await grid
      .getByRole("link", { name: /^files of .*: Succeeded/ })
      .first()
      .waitFor();
    expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
    await expectAccessible(page);
  });

  test("is told that a day is done already", async ({ openPage }) => {
    const page = await openPage();
    await openPipelines(page);
    await page.getByRole("button", { name: /^Run now.*Daily forecast$/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Only some games" }).fill("a");
    await dialog.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    const chosen = dialog.getByRole("list", { name: "Chosen games" }).getByRole("button");
    await chosen.first().waitFor();
    await expectAccessible(page);
    await chosen.first().click();
    await dialog.getByRole("button", { name: "Start the run" }).click();
    await page
      .getByRole("region", { name: /Notifications/ })
      .getByText(/is done already: nothing was started/)
      .waitFor();
  });

  test("looks into a run: graph, log, timeline, tasks and games, by keyboard too", async ({ openPage }) => {
    const page = await openPage();
    await openPipelines(page);
    const grid = page.getByRole("grid", { name: "Sales ETL: runs by tasks" });
    await grid.getByRole("link").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog", { name: "extract" });
    await drawer.getByText("Attempt 1", { exact: true }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    await page
      .getByRole("list", { name: "Tasks by what they wait for" })
      .getByRole("button", { name: /^manifest/ })
      .waitFor();
    await expectAccessible(page);
    await page.getByRole("tab", { name: "Timeline" }).click();
    await page.getByRole("img", { name: /^files, shard 1, attempt 1: Succeeded/ }).waitFor();
    await page.getByRole("tabpanel").getByRole("button", { name: "files", exact: true }).click();
    await page.getByRole("dialog", { name: "files, shard 1" }).getByText("Attempt 1", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await expectAccessible(page);
    await page.getByRole("tab", { name: "Tasks" }).click();
    await page.getByRole("table", { name: "Tasks of the run" }).getByRole("row").nth(3).waitFor();
    await expectAccessible(page);
    await page.getByRole("tab", { name: /^Games/ }).click();
    const games = page.getByRole("table", { name: "Games of the run" });
    const title = await games.getByRole("rowheader").nth(2).getByRole("link").textContent();
    await page.getByRole("searchbox", { name: "Game or error" }).fill(title ?? "");
    await page.getByRole("button", { name: "Find" }).click();
    await expect.poll(() => games.getByRole("rowheader").first().textContent(), WAIT).toBe(title);
    await expectAccessible(page);
  });

  test("cancels a run and has what is left done", async ({ openPage }) => {
    const page = await openPage();
    await openPipelines(page);
    await startEtl(page);
    await newestRun(page).getByRole("link").click();
    await page.getByRole("button", { name: "Cancel the run" }).click();
    const question = page.getByRole("dialog", { name: /^Cancel Sales ETL/ });
    await question.getByRole("button", { name: "Cancel the run" }).click();
    const main = page.getByRole("main");
    await main.getByText("Cancelled", { exact: true }).first().waitFor({ timeout: 20_000 });
    await page.getByRole("button", { name: "Retry failed" }).click();
    await main.getByText("Succeeded", { exact: true }).first().waitFor({ timeout: RUN_MS });
    await page.getByRole("button", { name: "Retry failed" }).waitFor({ state: "hidden" });
  });

  test("does a run again from one of its tasks, and sees its new attempt with what it wrote down", async ({
    openPage,
  }) => {
    const page = await openPage();
    await openPipelines(page);
    await page.getByRole("grid", { name: "Sales ETL: runs by tasks" }).getByRole("link").first().click();
    await page.getByRole("tab", { name: "Tasks" }).click();
    await page.getByRole("button", { name: /^score/ }).click();
    const drawer = page.getByRole("dialog", { name: "score", exact: true });
    await drawer.getByText("Attempt 1", { exact: true }).waitFor();
    const attempts = await drawer.getByText(/^Attempt \d+$/).count();
    await drawer.getByRole("button", { name: "Run again from here" }).click();
    await page.getByRole("dialog", { name: "Run again from score" }).getByRole("button", { name: "Run again" }).click();
    await drawer.getByText(`Attempt ${attempts + 1}`, { exact: true }).waitFor({ timeout: RUN_MS });
    await drawer.getByRole("button", { name: "Run again from here" }).waitFor({ timeout: RUN_MS });
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
  });

  test("pauses a schedule, and resumes it from the message", async ({ openPage }) => {
    const page = await openPage();
    await openPipelines(page);
    await page.getByRole("button", { name: "Pause the schedule of Training" }).click();
    await page.getByText("The schedule is paused", { exact: true }).waitFor();
    await page
      .getByRole("region", { name: /Notifications/ })
      .getByRole("button", { name: "Resume" })
      .click();
    await page.getByText("The schedule is paused", { exact: true }).waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Pause the schedule of Training" }).waitFor();
  });

  test("does all this on a phone, too", async ({ openPage }) => {
    // Not as a mobile device, which zooms out where something is too wide, and hides it.
    const page = await openPage({ width: 360, height: 800 });
    await openPipelines(page);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole("grid", { name: "Sales ETL: runs by tasks" }).getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: "Sales ETL" }).waitFor();
    for (const tab of ["Timeline", "Tasks", /^Games/, "Graph"]) {
      await page.getByRole("tab", { name: tab }).click();
      await page.getByRole("tabpanel").waitFor();
      if (typeof tab !== "string") await page.getByRole("link", { name: "Next page" }).waitFor();
      await expect.poll(() => page.title(), WAIT).toContain("Sales ETL");
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
    await page
      .getByRole("list", { name: "Tasks by what they wait for" })
      .getByRole("button", { name: /^files/ })
      .click();
    await page
      .getByRole("dialog", { name: /^files/ })
      .getByText("Attempt 1", { exact: true })
      .waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});

test("the page goes on by asking where the stream is cut, and returns to it", async ({ openPage }) => {
  const page = await openPage();
  let isCut = true;
  await page.route("**/api/admin/pipelines/events", (route) =>
    isCut ? route.fulfill({ status: 204 }) : route.continue(),
  );
  await signIn(page, "staff");
  await page.goto("/admin/pipelines");
  await page.getByText("Asking every few seconds", { exact: true }).waitFor({ timeout: 20_000 });
  isCut = false;
  await page.getByText("Live", { exact: true }).waitFor({ timeout: 30_000 });
});
