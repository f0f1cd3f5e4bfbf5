import type { RateLimit } from "../http/rate-limit";

/** Failed sign-ins of one e-mail address from one network address. */
export const SIGN_IN_LIMIT: RateLimit = { name: "sign-in", points: 10, durationSeconds: 15 * 60 };

/** Failed sign-ins from one network address, whatever the e-mail: many people may share one. */
export const SIGN_IN_ADDRESS_LIMIT: RateLimit = { name: "sign-in-address", points: 100, durationSeconds: 15 * 60 };

/** Registrations from one network address. */
export const REGISTER_LIMIT: RateLimit = { name: "register", points: 20, durationSeconds: 60 * 60 };
