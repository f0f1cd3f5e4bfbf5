import type { RateLimit } from "../http/rate-limit";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Wrong passwords of somebody who is signed in already. */
export const PROOF_LIMIT: RateLimit = { name: "proof", points: 10, durationSeconds: 15 * MINUTE };

/** Reset mails to one address: enough for a mail that went astray. */
export const RESET_MAIL_LIMIT: RateLimit = { name: "reset-mail", points: 3, durationSeconds: HOUR };

/** Reset mails asked for from one network address. */
export const RESET_LIMIT: RateLimit = { name: "reset", points: 20, durationSeconds: HOUR };

/** Links of mails tried from one network address. */
export const CONFIRM_LIMIT: RateLimit = { name: "confirm", points: 30, durationSeconds: 10 * MINUTE };

/** Verification mails of one account. */
export const VERIFICATION_LIMIT: RateLimit = { name: "verification", points: 5, durationSeconds: HOUR };

/** Changes of the address asked for by one account. */
export const EMAIL_CHANGE_LIMIT: RateLimit = { name: "email-change", points: 5, durationSeconds: HOUR };

/** What else one account changes in itself. */
export const ACCOUNT_LIMIT: RateLimit = { name: "account", points: 60, durationSeconds: 10 * MINUTE };

/** Copies of all data that one account makes. */
export const EXPORT_LIMIT: RateLimit = { name: "export", points: 5, durationSeconds: HOUR };

/** Clicks on the links that end mail, from one network address: mail programs click for many. */
export const UNSUBSCRIBE_LIMIT: RateLimit = { name: "unsubscribe", points: 300, durationSeconds: 10 * MINUTE };

/** Minutes after signing in in which one need not sign in again to show who one is. */
export const FRESH_MINUTES = 15;
