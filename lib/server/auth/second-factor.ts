import { type Db, inTransaction } from "../db";
import { consumeRateLimit, resetRateLimit } from "../http/rate-limit";
import { getMailReader, queueMail } from "../mail/queue-mail";
import { seal, unseal } from "../sealing";
import type { Caller } from "./caller";
import { consumeRecoveryCode, countRecoveryCodes, normalizeCode } from "./recovery-codes";
import { SECOND_FACTOR_DAY_LIMIT, SECOND_FACTOR_LIMIT } from "./rules";
import { recordSecurityEvent } from "./security-log";
import { findTotpStep } from "./totp";

/** The form in which a secret is stored: sealed for its user. */
export function sealTotpSecret(userId: string, secret: string): string {
  return seal("two-factor", secret, userId);
}

/** Whether signing in to an account takes a code. */
export async function hasTwoFactor(userId: string, db: Db): Promise<boolean> {
  const row = await db.twoFactor.findUnique({ where: { userId }, select: { enabledAt: true } });
  return Boolean(row?.enabledAt);
}

/**
 * Takes a code of the user's app, each once: the step that it stands for must be later than the last one that was
 * used, and of parallel attempts one moves it on.
 */
export async function consumeTotp(tx: Db, userId: string, code: string, now: Date): Promise<boolean> {
  const row = await tx.twoFactor.findUnique({ where: { userId }, select: { secret: true } });
  const secret = row && unseal("two-factor", row.secret, userId);
  const step = secret ? findTotpStep(secret, code, now) : null;
  if (step === null) return false;
  const { count } = await tx.twoFactor.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

async function consumeRecovery(userId: string, code: string, caller: Caller, db: Db, now: Date): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if (!(await consumeRecoveryCode(tx, userId, code, now))) return false;
    const left = await countRecoveryCodes(tx, userId);
    await recordSecurityEvent(tx, { userId, event: "account.recovery_code_used", caller, data: { left } });
    const to = await getMailReader(userId, tx);
    await queueMail(tx, { to, kind: "account.recoveryCodeUsed", values: { left }, path: "/account/security" });
    return true;
  });
}

/**
 * Takes a code of the user's app, or a recovery code, and uses it up; tells whether it was right. Wrong ones are counted
 * before they are checked, so that parallel guesses cannot slip through, and told to the owner: who guesses here knows
 * the password.
 */
export async function consumeSecondFactor(
  userId: string,
  given: string,
  { caller, db, now = new Date() }: { caller: Caller; db: Db; now?: Date },
): Promise<boolean> {
  await consumeRateLimit(SECOND_FACTOR_LIMIT, userId);
  await consumeRateLimit(SECOND_FACTOR_DAY_LIMIT, userId);
  const code = normalizeCode(given);
  const isTotp = /^\d{6}$/.test(code) && (await hasTwoFactor(userId, db));
  const fits = isTotp ? await consumeTotp(db, userId, code, now) : await consumeRecovery(userId, code, caller, db, now);
  if (fits) {
    await Promise.all([SECOND_FACTOR_LIMIT, SECOND_FACTOR_DAY_LIMIT].map((limit) => resetRateLimit(limit, userId)));
  } else {
    await recordSecurityEvent(db, { userId, event: "account.code_refused", caller });
  }
  return fits;
}
