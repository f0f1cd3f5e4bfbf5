import type { Proof } from "@/lib/shared/account";
import { type SaidKey, say } from "@/lib/shared/say";
import type { Actor } from "../auth/actor";
import type { Caller } from "../auth/caller";
import { verifyPassword } from "../auth/password";
import { consumeSecondFactor, hasTwoFactor } from "../auth/second-factor";
import type { Db } from "../db";
import { AppError } from "../errors";
import { consumeRateLimit, resetRateLimit } from "../http/rate-limit";
import { FRESH_MINUTES, PROOF_LIMIT } from "./rules";

/** What a proof is checked with. */
export type ProofContext = { caller: Caller; db: Db; now?: Date };

function refuse(field: keyof Proof, key: SaidKey): AppError {
  return new AppError("invalid_input", say(key), { fields: { [field]: say(key) } });
}

/** Checks a password of somebody who is signed in; of a stolen session, too, only some guesses are taken. */
export async function checkPassword(userId: string, passwordHash: string, password: string): Promise<boolean> {
  await consumeRateLimit(PROOF_LIMIT, userId);
  const fits = await verifyPassword(passwordHash, password);
  if (fits) await resetRateLimit(PROOF_LIMIT, userId);
  return fits;
}

/** Refuses who did not sign in just now, such as somebody at a browser left open. */
export async function checkFreshness(
  { sessionId }: Actor,
  { db, now = new Date() }: Pick<ProofContext, "db" | "now">,
): Promise<void> {
  const since = new Date(now.getTime() - FRESH_MINUTES * 60_000);
  const fresh = await db.session.count({ where: { id: sessionId, createdAt: { gte: since } } });
  if (fresh === 0) throw new AppError("forbidden", say("errors.signInAgain"));
}

/**
 * Makes sure that it is the account's owner who asks, and not somebody at a browser left open: by the password where
 * there is one, and by a code where `needsCode` and two-factor sign-in is on. Who has neither must have signed in just
 * now.
 */
export async function proveIdentity(
  actor: Actor,
  proof: Proof,
  context: ProofContext,
  { needsCode = false }: { needsCode?: boolean } = {},
): Promise<void> {
  const { userId } = actor;
  const user = await context.db.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  const takesCode = needsCode && (await hasTwoFactor(userId, context.db));
  if (user.passwordHash) {
    if (!proof.password) throw refuse("password", "errors.passwordMissing");
    if (!(await checkPassword(userId, user.passwordHash, proof.password))) {
      throw refuse("password", "errors.passwordWrong");
    }
  }
  if (takesCode) {
    if (!proof.code) throw refuse("code", "errors.codeMissing");
    if (!(await consumeSecondFactor(userId, proof.code, context))) throw refuse("code", "errors.codeWrong");
  }
  if (!user.passwordHash && !takesCode) await checkFreshness(actor, context);
}
