import { Secret, TOTP } from "otpauth";

/** Seconds that a code is shown for; what authenticator apps take for granted, as they do six digits and SHA-1. */
const PERIOD_SECONDS = 30;

const SECRET_BYTES = 20;

/** Steps before and after the present one whose codes count, too: clocks differ. */
const WINDOW = 1;

function toTotp(secret: string, label = ""): TOTP {
  return new TOTP({ issuer: "Kratos", label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });
}

/** A new secret, in base32. */
export function createTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address that an authenticator app is set up with; `label` names the account in it. */
export function toOtpauthUrl(secret: string, label: string): string {
  return toTotp(secret, label).toString();
}

/** The time step whose code this is, of those that count at the moment; null where it is none's. */
export function findTotpStep(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = now.getTime();
  const delta = toTotp(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1_000 / PERIOD_SECONDS) + delta;
}
