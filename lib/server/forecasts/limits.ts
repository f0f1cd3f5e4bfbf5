import type { RateLimit } from "../http/rate-limit";

/** Questions to the model by one account: moving a slider asks often, yet each answer takes the processor a moment. */
export const ASK_LIMIT: RateLimit = { name: "forecast-ask", points: 120, durationSeconds: 60 };

/** Drafts saved by one account. */
export const DRAFT_LIMIT: RateLimit = { name: "forecast-draft", points: 30, durationSeconds: 60 };
