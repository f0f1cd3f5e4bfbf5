import type { ConfirmedEmail } from "@/lib/shared/account";
import { say } from "@/lib/shared/say";
import { Prisma } from "@/prisma/generated/client";
import { type Db, inTransaction } from "../db";
import { AppError } from "../errors";
import { getMailReader, queueMail } from "../mail/queue-mail";
import type { Caller } from "./caller";
import { consumeEmailToken, dropEmailTokens, issueEmailToken, TOKEN_HOURS, type TokenOwner } from "./email-tokens";
import { recordSecurityEvent } from "./security-log";

/** The page that a link for an address opens. */
export const CONFIRM_PATH = "/confirm-email";

/** Sends a user the link that proves their address. */
export async function sendVerification(userId: string, tx: Prisma.TransactionClient): Promise<void> {
  const to = await getMailReader(userId, tx);
  const token = await issueEmailToken(tx, { userId, kind: "verify_email", email: to.email });
  await queueMail(tx, {
    to,
    kind: "account.verify",
    values: { hours: TOKEN_HOURS.verify_email },
    path: `${CONFIRM_PATH}?token=${token}`,
  });
}

async function verify({ userId, email }: TokenOwner, caller: Caller, tx: Prisma.TransactionClient): Promise<void> {
  // The address may have changed since the link was sent: it proves the one that it was sent to.
  const { count } = await tx.user.updateMany({ where: { id: userId, email }, data: { emailVerifiedAt: new Date() } });
  if (count === 0) throw new AppError("conflict", say("errors.linkUsed"));
  await recordSecurityEvent(tx, { userId, event: "account.email_verified", caller });
}

async function changeAddress({ userId, email }: TokenOwner, caller: Caller, tx: Prisma.TransactionClient) {
  const old = await getMailReader(userId, tx);
  await tx.user.update({ where: { id: userId }, data: { email, emailVerifiedAt: new Date() }, select: { id: true } });
  // Links that went to the old address must not open the account any more.
  await dropEmailTokens(tx, userId);
  await queueMail(tx, { to: old, kind: "account.emailChanged", values: { email } });
  await recordSecurityEvent(tx, { userId, event: "account.email_changed", caller });
}

/** Does what the link in a mail was for: an address is verified, or becomes the account's. */
export async function confirmEmail(token: string, caller: Caller, db: Db): Promise<ConfirmedEmail> {
  try {
    return await inTransaction(db, async (tx) => {
      const owner = await consumeEmailToken(tx, token, ["verify_email", "change_email"]);
      if (!owner) throw new AppError("conflict", say("errors.linkUsed"));
      const isChange = owner.kind === "change_email";
      await (isChange ? changeAddress : verify)(owner, caller, tx);
      return { kind: isChange ? "changed" : "verified", email: owner.email };
    });
  } catch (cause) {
    const isTaken = cause instanceof Prisma.PrismaClientKnownRequestError && cause.code === "P2002";
    throw isTaken ? new AppError("conflict", say("errors.emailInUse"), { cause }) : cause;
  }
}
