import type { RateLimit } from "../http/rate-limit";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Failed sign-ins of one e-mail address from one network address. */
export const SIGN_IN_LIMIT: RateLimit = { name: "sign-in", points: 10, durationSeconds: 15 * MINUTE };

/** Failed sign-ins from one network address, whatever the e-mail: many people may share one. */
export const SIGN_IN_ADDRESS_LIMIT: RateLimit = { name: "sign-in-address", points: 100, durationSeconds: 15 * MINUTE };

/** Wrong codes of one account: three of a million are right at a time. */
export const SECOND_FACTOR_LIMIT: RateLimit = { name: "second-factor", points: 5, durationSeconds: 15 * MINUTE };

/** Wrong codes of one account in a day. */
export const SECOND_FACTOR_DAY_LIMIT: RateLimit = { name: "second-factor-day", points: 25, durationSeconds: DAY };

/** Registrations from one network address. */
export const REGISTER_LIMIT: RateLimit = { name: "register", points: 20, durationSeconds: HOUR };
