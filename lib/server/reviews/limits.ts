import type { RateLimit } from "../http/rate-limit";

const HOUR = 60 * 60;

/** Reviews and changes of reviews by one account. */
export const WRITE_LIMIT: RateLimit = { name: "review-write", points: 60, durationSeconds: HOUR };

/** Votes by one account: a reader who pages through many reviews stays below. */
export const VOTE_LIMIT: RateLimit = { name: "review-vote", points: 600, durationSeconds: HOUR };

/** Reports by one account. */
export const REPORT_LIMIT: RateLimit = { name: "review-report", points: 30, durationSeconds: HOUR };
