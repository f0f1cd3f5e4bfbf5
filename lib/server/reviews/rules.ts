import { addDays, type Day, toDay } from "@/lib/shared/day";
import type { HoldRule, ModerationReason, ReviewStatus } from "@/lib/shared/review-moderation";
import { findReviewSummary } from "@/lib/shared/review-score";
import type { ReviewsSummary, Tally } from "@/lib/shared/reviews";

/** Members of a publisher who speak for it; the others only look. */
export const REPLIER_ROLES = ["owner", "manager"] as const;

/** Where a review stands: shown, or not and why. */
export type Standing = { status: ReviewStatus; reason: ModerationReason | null };

export const VISIBLE: Standing = { status: "visible", reason: null };

/** A review that a rule lets wait for staff. */
export function toHeld(rule: HoldRule): Standing {
  return { status: "held", reason: { by: "rule", rule } };
}

/** Where a wording stands that nobody has decided about: an objection lets it wait. */
export function toStanding(objection: ModerationReason | null): Standing {
  return objection ? { status: "held", reason: objection } : VISIBLE;
}

const WORDING_RULES: ReadonlySet<HoldRule> = new Set(["links", "repeats", "slurs"]);

/** Whether only staff can let a review be seen: what its own wording held back is free again by another wording. */
export function isForStaff({ status, reason }: Standing): boolean {
  if (status !== "held") return status === "hidden";
  return !(reason?.by === "rule" && WORDING_RULES.has(reason.rule));
}

/** Where a review stands once it says something else. */
export function computeStandingAfterEdit(before: Standing, objection: ModerationReason | null): Standing {
  if (before.status === "hidden") return toHeld("rewritten");
  return isForStaff(before) ? before : toStanding(objection);
}

/** The words for some reviews. */
export function toTally(count: number, positive: number): Tally {
  return {
    count,
    positivePercent: count > 0 ? Math.round((positive * 100) / count) : null,
    summary: findReviewSummary(positive, count),
  };
}

/** Reviews of one month that are alike. */
export type ReviewGroup = {
  /** First day of the month. */
  month: Day;
  stars: number;
  isRecommended: boolean;
  locale: string;
  count: number;
  /** How many of them are of the last 30 days. */
  recent: number;
};

/** What the game's own counters say; an imported game has reviews there that nobody wrote here. */
export type GameCounters = { reviewCount: number; positiveCount: number; ratingAverage: number | null };

const sumOf = (groups: readonly ReviewGroup[], key: "count" | "recent" = "count") =>
  groups.reduce((sum, group) => sum + group[key], 0);

function nextMonth(month: Day): Day {
  return `${addDays(month, 31).slice(0, 7)}-01`;
}

function toMonths(groups: readonly ReviewGroup[], now: Date): ReviewsSummary["byMonth"] {
  const byMonth = Map.groupBy(groups, (group) => group.month);
  const first = [...byMonth.keys()].sort()[0];
  const months: ReviewsSummary["byMonth"] = [];
  for (let month = first; month !== undefined && month <= toDay(now); month = nextMonth(month)) {
    const written = byMonth.get(month) ?? [];
    const recommended = sumOf(written.filter(({ isRecommended }) => isRecommended));
    months.push({ month, recommended, notRecommended: sumOf(written) - recommended });
  }
  return months;
}

function toLanguages(groups: readonly ReviewGroup[]): ReviewsSummary["languages"] {
  return [...Map.groupBy(groups, ({ locale }) => locale)]
    .map(([code, written]) => ({ code, count: sumOf(written) }))
    .sort((one, other) => other.count - one.count || one.code.localeCompare(other.code));
}

/** What all reviews of a game say together. */
export function toReviewsSummary(counters: GameCounters, groups: readonly ReviewGroup[], now: Date): ReviewsSummary {
  const positive = groups.filter(({ isRecommended }) => isRecommended);
  return {
    allTime: { ...toTally(counters.reviewCount, counters.positiveCount), average: counters.ratingAverage },
    recent: toTally(sumOf(groups, "recent"), sumOf(positive, "recent")),
    byStars: [5, 4, 3, 2, 1].map((stars) => ({
      stars,
      count: sumOf(groups.filter((group) => group.stars === stars)),
    })),
    byMonth: toMonths(groups, now),
    languages: toLanguages(groups),
  };
}
