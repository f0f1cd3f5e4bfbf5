import { randomUUID } from "node:crypto";
import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { z } from "zod";
import { expectAccessible, expectNoSidewaysScroll, register, type ShopPage, signIn, test } from "./shop-test";

const WAIT = { timeout: 15_000 };

const gameSchema = z.object({
  id: z.string(),
  kind: z.string(),
  price: z.object({ amountCents: z.int() }).nullable(),
});
const listSchema = z.object({ items: z.array(z.object({ game: z.object({ slug: z.string() }) })).min(1) });

async function getGame(page: Page, slug: string) {
  return gameSchema.parse(await (await page.request.get(`/api/games/${slug}`)).json());
}

/** The game of the demo's own publisher that players talk about most, of those that one can buy by themselves. */
async function findPublishersGame(publisher: Page): Promise<string> {
  const response = await publisher.request.get("/api/publisher/reviews?limit=100");
  const { items } = listSchema.parse(await response.json());
  const bySlug = Map.groupBy(items, ({ game }) => game.slug);
  const slugs = [...bySlug].sort(([, one], [, other]) => other.length - one.length).map(([slug]) => slug);
  for (const slug of slugs) if ((await getGame(publisher, slug)).kind === "base") return slug;
  throw new Error("the demo's publisher has no game with reviews");
}

/** Buys a game as the page's shopper, without the pages of the checkout, which have tests of their own. */
async function buy(page: Page, slug: string): Promise<void> {
  const { id, price } = await getGame(page, slug);
  const order = {
    idempotencyKey: randomUUID(),
    gameIds: [id],
    expectedTotalCents: price?.amountCents ?? 0,
    currency: "USD",
    payment: { provider: "test", token: "approve" },
  };
  const response = await page.request.post("/api/orders", { data: order });
  expect(response.status(), await response.text()).toBe(201);
}

const sectionOf = (page: Page) => page.locator("#reviews");
const ownOf = (page: Page) => page.getByRole("region", { name: "Your review" });

/** The review that somebody wrote, in the list of others. */
const reviewBy = (page: Page, author: string): Locator => sectionOf(page).getByRole("article", { name: author });

/** Whether the keyboard goes on in a review: what was pressed in it may be gone. */
const hasFocus = (review: Locator) => review.evaluate((article) => article.contains(document.activeElement));

async function openReviews(page: Page, slug: string): Promise<void> {
  // Without a place in the page: the address that is open already would not be loaded again.
  await page.goto(`/games/${slug}`);
  await page.getByRole("region", { name: "Reviews by players" }).waitFor();
  // Until the page's scripts run, a click does nothing.
  await page.waitForLoadState("networkidle");
}

async function chooseOrder(page: Page, order: string): Promise<void> {
  await page.getByLabel("Order", { exact: true }).selectOption({ label: order });
}

type Cast = { owner: ShopPage; reader: ShopPage; publisher: ShopPage; staff: ShopPage };

describe("a review", () => {
  test("is written, changed, voted on, answered, reported and hidden", async ({ openPage }) => {
    const cast: Cast = {
      owner: await openPage(),
      reader: await openPage({ colorScheme: "light" }),
      publisher: await openPage(),
      staff: await openPage({ colorScheme: "light" }),
    };
    const { owner, reader, publisher, staff } = cast;
    await signIn(publisher, "publisher");
    const slug = await findPublishersGame(publisher);
    const { name: author } = await register(owner);
    await buy(owner, slug);

    // The form says what is missing, by keyboard alone, and keeps what is typed over a reload.
    await openReviews(owner, slug);
    await owner.getByRole("button", { name: "Write a review" }).click();
    const form = owner.getByRole("form", { name: "Write a review" });
    await form.getByRole("button", { name: "Publish review" }).click();
    await form.getByText("Say whether you recommend it").waitFor();
    await form.getByText("Choose one to five stars").waitFor();
    await expectAccessible(owner);
    await form.getByRole("radio", { name: "3 stars" }).focus();
    await owner.keyboard.press("Space");
    await owner.keyboard.press("ArrowRight");
    expect(await form.getByRole("radio", { name: "4 stars" }).isChecked()).toBe(true);
    await form.getByRole("radio", { name: "Yes" }).check({ force: true });
    const text = "Slow at first, and then it <b>never</b> lets go. 🎮";
    await form.getByLabel("What is it like to play?").fill(text);
    await owner.reload();
    await owner.getByRole("button", { name: "Continue your review" }).click();
    await expect.poll(() => form.getByLabel("What is it like to play?").inputValue(), WAIT).toBe(text);
    await form.getByRole("button", { name: "Publish review" }).click();
    await ownOf(owner).getByText(text).waitFor();
    await owner.getByText("Your review is published", { exact: true }).waitFor();
    await expectAccessible(owner);

    // Second thoughts: the earlier wording stays to be read.
    await ownOf(owner).getByRole("button", { name: "Edit", exact: true }).click();
    const edit = owner.getByRole("form", { name: "Edit your review" });
    const better = "Slow at first. After ten hours I would not miss it for anything.";
    await edit.getByLabel("What is it like to play?").fill(better);
    await edit.getByRole("radio", { name: "5 stars" }).check({ force: true });
    await edit.getByRole("button", { name: "Save changes" }).click();
    await ownOf(owner)
      .getByRole("button", { name: /show earlier wordings/ })
      .click();
    const history = owner.getByRole("dialog", { name: "Earlier wordings" });
    await history.getByText(text).waitFor();
    await expectAccessible(owner);
    await owner.keyboard.press("Escape");

    // Somebody else finds it, votes, changes their mind, and reads its history.
    await register(reader);
    await openReviews(reader, slug);
    await chooseOrder(reader, "Newest");
    const review = reviewBy(reader, author);
    await review.getByText(better).waitFor();
    await review.getByRole("button", { name: "Helpful: 0", exact: true }).click();
    await expect
      .poll(() => review.getByRole("button", { name: "Helpful: 1", exact: true }).getAttribute("aria-pressed"), WAIT)
      .toBe("true");
    await review.getByRole("button", { name: "Not helpful: 0" }).click();
    await review.getByRole("button", { name: "Helpful: 0", exact: true }).waitFor();
    await review.getByRole("button", { name: "Not helpful: 1" }).waitFor();
    await expectAccessible(reader);

    // The publisher answers on their own page; everybody reads it under the review.
    await publisher.goto("/publisher/reviews?reply=without");
    const card = publisher.getByRole("article", { name: author });
    await card.getByRole("button", { name: `Reply to ${author}` }).click();
    await card.getByLabel(`Your reply to ${author}`).fill("Thank you for staying with us!");
    await expectAccessible(publisher);
    await card.getByRole("button", { name: "Publish reply" }).click();
    await card.getByText("Thank you for staying with us!").waitFor();
    await publisher.getByText("Your reply is published", { exact: true }).waitFor();
    await expect.poll(() => hasFocus(card), WAIT).toBe(true);

    // A reader reports it, staff hide it, and its writer is told why.
    await openReviews(reader, slug);
    await chooseOrder(reader, "Newest");
    await review.getByText("Thank you for staying with us!").waitFor();
    await review.getByRole("button", { name: `Report the review by ${author}` }).click();
    const dialog = reader.getByRole("dialog", { name: "Report this review" });
    await dialog.getByRole("radio", { name: "Not about the game" }).check();
    await dialog.getByLabel("What should we know?").fill("It is about patience.");
    await expectAccessible(reader);
    await dialog.getByRole("button", { name: "Send report" }).click();
    await review.getByRole("button", { name: "Reported" }).waitFor();
    await signIn(staff, "staff");
    await staff.goto("/admin/reviews?queue=reported&limit=100");
    const reported = staff.getByRole("article", { name: author });
    await reported.getByText("It is about patience.").waitFor();
    await reported.getByRole("button", { name: `Hide the review by ${author}` }).click();
    const hide = staff.getByRole("dialog", { name: "Hide this review" });
    await hide.getByRole("button", { name: "Hide", exact: true }).click();
    await hide.getByText("Tell the writer why it is hidden").waitFor();
    await hide.getByRole("button", { name: "Not about the game" }).click();
    await expectAccessible(staff);
    await hide.getByRole("button", { name: "Hide", exact: true }).click();
    await reported.getByText("Hidden", { exact: true }).waitFor();
    await expect.poll(() => hasFocus(reported), WAIT).toBe(true);
    await expectAccessible(staff);
    await openReviews(owner, slug);
    await ownOf(owner).getByText("our staff have hidden it", { exact: false }).waitFor();
    await ownOf(owner).getByText("It is not about the game.", { exact: false }).waitFor();
    await expectAccessible(owner);
    await reported.getByRole("button", { name: "Undo" }).click();
    await reported.getByRole("button", { name: `Keep the review by ${author}` }).waitFor();
  }, 240_000);

  test("that was changed in another window meanwhile is not written over, and no text is lost", async ({
    openPage,
  }) => {
    const publisher = await openPage();
    await signIn(publisher, "publisher");
    const slug = await findPublishersGame(publisher);
    const first = await openPage();
    first.watch.allowStatus(409);
    await register(first);
    await buy(first, slug);
    const written = await first.request.post(`/api/games/${slug}/reviews`, {
      data: { isRecommended: true, stars: 4, body: "As it was first written here.", locale: "en" },
    });
    const { id, version } = z.object({ id: z.string(), version: z.string() }).parse(await written.json());
    await openReviews(first, slug);
    await ownOf(first).getByRole("button", { name: "Edit", exact: true }).click();
    const form = first.getByRole("form", { name: "Edit your review" });
    const body = form.getByLabel("What is it like to play?");
    await body.fill("From this window, a while later.");
    const other = { isRecommended: false, stars: 2, body: "From the other window.", locale: "en", version };
    expect((await first.request.patch(`/api/reviews/${id}`, { data: other })).status()).toBe(200);
    await form.getByRole("button", { name: "Save changes" }).click();
    await form.getByText("From the other window.").waitFor();
    expect(await body.inputValue()).toBe("From this window, a while later.");
    await expectAccessible(first);
    await form.getByRole("button", { name: "Save mine over it" }).click();
    await ownOf(first).getByText("From this window, a while later.").waitFor();
    await ownOf(first).getByRole("button", { name: "Delete" }).click();
    await first.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await first.getByRole("button", { name: "Write a review" }).waitFor();
  });
});

describe("a game's reviews", () => {
  test("are filtered by a bar, a month and a verdict, by keyboard too, and more of them come", async ({ openPage }) => {
    const page = await openPage();
    await signIn(page, "publisher");
    const slug = await findPublishersGame(page);
    await openReviews(page, slug);
    const list = page.getByRole("region", { name: "Reviews by players" });
    const articles = list.getByRole("article");
    const before = await articles.count();
    await page.getByRole("button", { name: "Load more reviews" }).click();
    await expect.poll(() => articles.count(), WAIT).toBeGreaterThan(before);

    const chosen = page.getByRole("list", { name: "Chosen filters" });
    await page.getByRole("button", { name: /^5 stars:/ }).click();
    await chosen.getByText("5 stars").waitFor();
    await expect.poll(() => list.getByText("4 of 5 stars").count(), WAIT).toBe(0);
    const months = page.getByRole("group", { name: /^Reviews by month/ });
    await months.locator('[tabindex="0"]').focus();
    await page.keyboard.press("Home");
    const month = (await page.evaluate(() => document.activeElement?.getAttribute("aria-label")))?.split(":")[0] ?? "";
    await page.keyboard.press("Enter");
    await chosen.getByText(month).waitFor();
    await expectAccessible(page);
    await chosen.getByRole("button", { name: `Take out: ${month}` }).click();
    await page.getByRole("radio", { name: "Not recommended" }).check({ force: true });
    await page.getByText("No review like that").waitFor();
    await page.getByRole("button", { name: "Clear all" }).first().click();
    await expect.poll(() => articles.count(), WAIT).toBe(before);
    await page.getByRole("button", { name: "Show as table" }).click();
    await page.getByRole("button", { name: `Only ${month}` }).waitFor();
    await expectAccessible(page);
  });

  // The pages at their first sight are among every page; these are what those do not show.
  test("fit a phone at night and are accessible, in Spanish", async ({ openPage }) => {
    const page = await openPage({ width: 390, isMobile: true, colorScheme: "dark", locale: "es-ES" });
    const [game] = z
      .object({ items: z.array(z.object({ slug: z.string() })) })
      .parse(await (await page.request.get("/api/games?sort=popular&limit=1")).json()).items;
    await page.goto(`/es/games/${game?.slug}`);
    await page.getByRole("region", { name: "Reseñas de jugadores" }).waitFor();
    await page
      .getByRole("link", { name: /Inicia sesión para votar/ })
      .first()
      .waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test.for([
    ["held", "dark"],
    ["hidden", "light"],
  ] as const)("that are %s are decided on a phone, and accessible, %s", async ([queue, colorScheme], { openPage }) => {
    const page = await openPage({ width: 390, height: 844, isMobile: true, colorScheme });
    await signIn(page, "staff");
    await page.goto(`/admin/reviews?queue=${queue}`);
    await page.getByRole("article").first().waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
