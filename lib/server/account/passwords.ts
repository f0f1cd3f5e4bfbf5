import { setTimeout as wait } from "node:timers/promises";
import type { ChangePasswordInput, RequestResetInput, ResetPasswordInput } from "@/lib/shared/account";
import { type SaidKey, say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import type { Caller } from "../auth/caller";
import { consumeEmailToken, dropEmailTokens, findEmailToken, issueEmailToken, TOKEN_HOURS } from "../auth/email-tokens";
import { hashPassword } from "../auth/password";
import { recordSecurityEvent } from "../auth/security-log";
import { type Db, inTransaction } from "../db";
import { AppError } from "../errors";
import { consumeRateLimit } from "../http/rate-limit";
import { getMailReader, mailReaderSelect, queueMail, toMailReader } from "../mail/queue-mail";
import { checkPassword } from "./proof";
import { RESET_MAIL_LIMIT } from "./rules";
import { revokeSessions } from "./sessions";

type Tx = Prisma.TransactionClient;

/** The page on which one chooses a new password. */
export const RESET_PATH = "/reset-password";

/** What the answer to a reset takes, longer than the work for an address that is known. */
const RESET_ANSWER_MS = 500;

function refuse(field: string, key: SaidKey): AppError {
  return new AppError("invalid_input", say(key), { fields: { [field]: say(key) } });
}

async function sendReset(email: string, caller: Caller, db: Db): Promise<void> {
  const user = await db.user.findFirst({
    where: { email, deletedAt: null },
    select: mailReaderSelect,
  });
  if (!user) return;
  await inTransaction(db, async (tx) => {
    const { id: userId } = user;
    const token = await issueEmailToken(tx, { userId, kind: "reset_password", email });
    await queueMail(tx, {
      to: toMailReader(user),
      kind: "account.resetPassword",
      values: { minutes: TOKEN_HOURS.reset_password * 60 },
      path: `${RESET_PATH}?token=${token}`,
    });
    await recordSecurityEvent(tx, { userId, event: "account.password_reset_asked", caller });
  });
}

/** Sends a link to choose a new password. Neither the answer nor its time tells whether the address has an account. */
export async function requestPasswordReset({ email }: RequestResetInput, caller: Caller, db: Db): Promise<void> {
  await consumeRateLimit(RESET_MAIL_LIMIT, email);
  await Promise.all([sendReset(email, caller, db), wait(RESET_ANSWER_MS)]);
}

/**
 * Whoever first proves to own the address owns the account: what somebody else may have set up before, to come back
 * later, is dropped.
 */
async function takeOver(userId: string, tx: Tx): Promise<void> {
  await tx.account.deleteMany({ where: { userId } });
  await tx.twoFactor.deleteMany({ where: { userId } });
  await tx.recoveryCode.deleteMany({ where: { userId } });
}

/** What follows every new password: links sent before work no more, and the owner is told. */
async function finishChange(userId: string, tx: Tx): Promise<void> {
  await dropEmailTokens(tx, userId);
  const to = await getMailReader(userId, tx);
  await queueMail(tx, { to, kind: "account.passwordChanged", path: "/account/security" });
}

/**
 * Sets the password by the link of a mail, once, and signs out everywhere. It proves the address, too. Accounts that
 * only signed in with a provider get their first password by it.
 */
export async function resetPassword({ token, password }: ResetPasswordInput, caller: Caller, db: Db): Promise<void> {
  const known = await findEmailToken(db, token, ["reset_password"]);
  if (!known) throw new AppError("conflict", say("errors.linkUsed"));
  if (password.toLowerCase() === known.email.toLowerCase()) throw refuse("password", "errors.passwordIsEmail");
  const passwordHash = await hashPassword(password);
  await inTransaction(db, async (tx) => {
    const owner = await consumeEmailToken(tx, token, ["reset_password"]);
    if (!owner) throw new AppError("conflict", say("errors.linkUsed"));
    const { userId, email } = owner;
    // A link that was written while the address changed went to where the account is no more.
    const { count } = await tx.user.updateMany({ where: { id: userId, email }, data: { passwordHash } });
    if (count === 0) throw new AppError("conflict", say("errors.linkUsed"));
    const proved = await tx.user.updateMany({
      where: { id: userId, emailVerifiedAt: null },
      data: { emailVerifiedAt: new Date() },
    });
    if (proved.count > 0) await takeOver(userId, tx);
    await finishChange(userId, tx);
    await revokeSessions(userId, tx);
    await recordSecurityEvent(tx, { userId, event: "account.password_reset", caller });
  });
}

/** Changes one's password by the current one, and signs out the other browsers. */
export async function changePassword(
  actor: Actor,
  { currentPassword, password }: ChangePasswordInput,
  { caller, db }: { caller: Caller; db: Db },
): Promise<void> {
  const { userId, sessionId, email } = actor;
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  const { passwordHash: oldHash } = user;
  if (!oldHash) throw new AppError("conflict", say("errors.passwordNotSet"));
  if (!(await checkPassword(userId, oldHash, currentPassword))) {
    throw refuse("currentPassword", "errors.passwordWrong");
  }
  if (password.toLowerCase() === email.toLowerCase()) throw refuse("password", "errors.passwordIsEmail");
  if (password === currentPassword) throw refuse("password", "errors.passwordSame");
  const passwordHash = await hashPassword(password);
  await inTransaction(db, async (tx) => {
    // Of two changes at once the later one's current password is wrong by now.
    const rows = await tx.user.updateMany({ where: { id: userId, passwordHash: oldHash }, data: { passwordHash } });
    if (rows.count === 0) throw refuse("currentPassword", "errors.passwordWrong");
    await finishChange(userId, tx);
    await revokeSessions(userId, tx, { except: sessionId });
    await recordSecurityEvent(tx, { userId, event: "account.password_changed", caller });
  });
}
