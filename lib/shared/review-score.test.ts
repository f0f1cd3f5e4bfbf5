import { describe, expect, it } from "vitest";
import { computeReviewScore, findReviewScore, findReviewSummary, REVIEW_SUMMARIES } from "./review-score";

describe("findReviewScore", () => {
  it.each([
    [0, 100, 0],
    [19, 100, 0],
    [20, 100, 1],
    [39, 100, 1],
    [40, 100, 2],
    [69, 100, 2],
    [70, 100, 3],
    [79, 100, 3],
    [80, 100, 4],
    [94, 100, 4],
    [95, 100, 5],
    [100, 100, 5],
    [1, 1, 5],
    [7, 10, 3],
    [14, 20, 3],
  ])("%i of %i positive is %i", (positive, count, score) => {
    expect(findReviewScore(positive, count)).toBe(score);
  });

  it("never falls when a positive review is added", () => {
    for (let count = 1; count < 60; count++) {
      for (let positive = 0; positive < count; positive++) {
        expect(computeReviewScore(positive + 1, count + 1)).toBeGreaterThanOrEqual(computeReviewScore(positive, count));
      }
    }
  });

  it("has no score without reviews, which is neutral for the forecast", () => {
    expect(findReviewScore(0, 0)).toBeNull();
    expect(computeReviewScore(0, 0)).toBe(2);
    expect(findReviewSummary(0, 0)).toBeNull();
  });

  it("names every score", () => {
    expect(findReviewSummary(0, 9)).toBe("Negative");
    expect(findReviewSummary(9, 9)).toBe("Overwhelmingly Positive");
    expect(REVIEW_SUMMARIES).toHaveLength(6);
  });
});
