import { z } from "zod";

/** The review scale, worst first; the position of a word is its score in the forecast's features. */
export const REVIEW_SUMMARIES = [
  "Negative",
  "Mostly Negative",
  "Mixed",
  "Somewhat Positive",
  "Very Positive",
  "Overwhelmingly Positive",
] as const;

export const reviewSummarySchema = z.enum(REVIEW_SUMMARIES);

export type ReviewSummary = z.infer<typeof reviewSummarySchema>;

/** Score 0 to 5: the position in `REVIEW_SUMMARIES`. */
export type ReviewScore = 0 | 1 | 2 | 3 | 4 | 5;

/** Percentage of positive reviews from which on the next score holds. */
export const REVIEW_THRESHOLDS_PERCENT = [20, 40, 70, 80, 95] as const;

/** Score of a game that nobody has reviewed: the middle of the scale. */
export const NEUTRAL_REVIEW_SCORE = 2;

/** Score of a game by its counts, or null without reviews. Compares whole numbers, so that SQL says the same. */
export function findReviewScore(positiveCount: number, reviewCount: number): ReviewScore | null {
  if (reviewCount <= 0) return null;
  const reached = REVIEW_THRESHOLDS_PERCENT.filter((percent) => positiveCount * 100 >= percent * reviewCount);
  return reached.length as ReviewScore;
}

/** Score as the forecast sees it: games without reviews are neutral. */
export function computeReviewScore(positiveCount: number, reviewCount: number): ReviewScore {
  return findReviewScore(positiveCount, reviewCount) ?? NEUTRAL_REVIEW_SCORE;
}

/** The words that the shop shows, or null without reviews. */
export function findReviewSummary(positiveCount: number, reviewCount: number): ReviewSummary | null {
  const score = findReviewScore(positiveCount, reviewCount);
  return score === null ? null : (REVIEW_SUMMARIES[score] ?? null);
}
