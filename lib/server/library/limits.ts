import type { RateLimit } from "../http/rate-limit";

/** How often an account may change its collections. */
export const COLLECTION_LIMIT: RateLimit = { name: "collections.change", points: 300, durationSeconds: 600 };

/** How often an account may ask for a file: a whole library in an evening, not a copy of the bucket. */
export const DOWNLOAD_LIMIT: RateLimit = { name: "library.download", points: 120, durationSeconds: 3_600 };
