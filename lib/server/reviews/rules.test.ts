import { describe, expect, it } from "vitest";
import { formatReason, parseReason } from "@/lib/shared/review-moderation";
import { findObjection, type Moderator } from "./moderation";
import { computeStandingAfterEdit, isForStaff, type ReviewGroup, toHeld, toReviewsSummary, VISIBLE } from "./rules";

const hidden = { status: "hidden", reason: { by: "staff", text: "Abuse" } } as const;
const links = { by: "rule", rule: "links" } as const;

describe("where a review stands after an edit", () => {
  it("is free once its own wording was mended, and waits where the new one is no better", () => {
    expect(computeStandingAfterEdit(toHeld("links"), null)).toEqual(VISIBLE);
    expect(computeStandingAfterEdit(toHeld("slurs"), links)).toEqual(toHeld("links"));
    expect(computeStandingAfterEdit(VISIBLE, links)).toEqual(toHeld("links"));
    expect(computeStandingAfterEdit(VISIBLE, null)).toEqual(VISIBLE);
  });

  it("waits on where readers reported it, and goes to staff where they had hidden it", () => {
    expect(computeStandingAfterEdit(toHeld("reports"), null)).toEqual(toHeld("reports"));
    expect(computeStandingAfterEdit(hidden, null)).toEqual(toHeld("rewritten"));
    expect(computeStandingAfterEdit(toHeld("rewritten"), null)).toEqual(toHeld("rewritten"));
  });

  it("is staff's to decide unless its own wording holds it back", () => {
    expect([hidden, toHeld("reports"), toHeld("rewritten")].map(isForStaff)).toEqual([true, true, true]);
    expect([VISIBLE, toHeld("links"), toHeld("repeats")].map(isForStaff)).toEqual([false, false, false]);
  });
});

it("a reason is read as it was written", () => {
  for (const reason of [null, links, hidden.reason]) expect(parseReason(formatReason(reason))).toEqual(reason);
  expect(parseReason("rule:unknown")).toEqual({ by: "staff", text: "rule:unknown" });
});

describe("moderators", () => {
  const wording = { body: "A fine game with nothing wrong.", locale: "en", stars: 4 } as const;
  const outside: Moderator = async ({ body }) => (body.includes("wrong") ? { by: "staff", text: "outside" } : null);

  it("are asked in turn until one objects", async () => {
    expect(await findObjection(wording)).toBeNull();
    expect(await findObjection(wording, [async () => null, outside])).toEqual({ by: "staff", text: "outside" });
    expect(await findObjection({ ...wording, body: "see https://x.example" })).toEqual(links);
  });
});

describe("the summary of reviews", () => {
  const group = (month: string, change: Partial<ReviewGroup> = {}): ReviewGroup => ({
    month,
    stars: 5,
    isRecommended: true,
    locale: "en",
    count: 1,
    recent: 0,
    ...change,
  });
  const now = new Date("2026-03-31T23:30:00Z");
  const counters = { reviewCount: 10, positiveCount: 8, ratingAverage: 4.2 };

  it("has every month from the first review to now, those without one too", () => {
    const groups = [
      group("2025-12-01", { count: 4 }),
      group("2025-12-01", { count: 2, isRecommended: false, stars: 1 }),
      group("2026-03-01", { count: 3, recent: 3, locale: "es", stars: 3, isRecommended: false }),
    ];
    const summary = toReviewsSummary(counters, groups, now);
    expect(summary.byMonth).toEqual([
      { month: "2025-12-01", recommended: 4, notRecommended: 2 },
      { month: "2026-01-01", recommended: 0, notRecommended: 0 },
      { month: "2026-02-01", recommended: 0, notRecommended: 0 },
      { month: "2026-03-01", recommended: 0, notRecommended: 3 },
    ]);
    expect(summary.byStars.map(({ count }) => count)).toEqual([4, 0, 3, 0, 2]);
    expect(summary.languages).toEqual([
      { code: "en", count: 6 },
      { code: "es", count: 3 },
    ]);
    expect(summary.recent).toEqual({ count: 3, positivePercent: 0, summary: "Negative" });
    expect(summary.allTime).toEqual({ count: 10, positivePercent: 80, summary: "Very Positive", average: 4.2 });
  });

  it("says nothing where nobody wrote", () => {
    const none = toReviewsSummary({ reviewCount: 0, positiveCount: 0, ratingAverage: null }, [], now);
    expect(none.byMonth).toEqual([]);
    expect(none.allTime).toEqual({ count: 0, positivePercent: null, summary: null, average: null });
  });
});
