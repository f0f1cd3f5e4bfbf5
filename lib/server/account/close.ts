import type { DeleteAccountInput } from "@/lib/shared/account";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { recordSecurityEvent } from "../auth/security-log";
import { inTransaction } from "../db";
import { AppError } from "../errors";
import { log } from "../log";
import { getMailReader, queueMail } from "../mail/queue-mail";
import { type ProofContext, proveIdentity } from "./proof";

type Tx = Prisma.TransactionClient;

/** What is shown in the place of the name of somebody who left. */
export const CLOSED_NAME = "Deleted account";

/** An address that belongs to nobody and can get no mail (RFC 2606). */
function toClosedEmail(userId: string): string {
  return `deleted-${userId}@deleted.invalid`;
}

/** Holds the account while it is closed, so that no order begins meanwhile; refuses what cannot be undone later. */
async function lock({ userId, role }: Actor, tx: Tx): Promise<void> {
  if (role === "admin") {
    const admins = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM users WHERE role = 'admin' AND deleted_at IS NULL ORDER BY id FOR UPDATE`;
    if (admins.every(({ id }) => id === userId)) throw new AppError("conflict", say("errors.lastAdmin"));
  }
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId}::uuid FOR UPDATE`;
  const pending = await tx.order.count({ where: { userId, status: "pending" } });
  if (pending > 0) throw new AppError("conflict", say("errors.orderUnderWay"));
}

/** What was the person's own, and nobody else needs. */
async function deleteBelongings(userId: string, tx: Tx): Promise<void> {
  const where = { userId };
  await tx.account.deleteMany({ where });
  await tx.emailToken.deleteMany({ where });
  await tx.twoFactor.deleteMany({ where });
  await tx.recoveryCode.deleteMany({ where });
  await tx.session.deleteMany({ where });
  await tx.cart.deleteMany({ where });
  await tx.collection.deleteMany({ where });
  await tx.wishNotice.deleteMany({ where });
  await tx.publisherMember.deleteMany({ where });
  await tx.mail.deleteMany({ where });
}

/** What the shop's figures count stays, without a person behind it. */
async function makeNameless(userId: string, now: Date, tx: Tx): Promise<void> {
  await tx.wishlistItem.updateMany({ where: { userId }, data: { note: "" } });
  await tx.wishlistItem.updateMany({ where: { userId, removedAt: null }, data: { removedAt: now } });
  await tx.entitlement.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
  await tx.reviewReport.updateMany({ where: { userId }, data: { detail: "" } });
  await tx.$executeRaw`
    UPDATE audit_log SET ip = NULL, data = data - 'userAgent' WHERE actor_id = ${userId}::uuid`;
  await tx.user.update({
    where: { id: userId },
    data: {
      email: toClosedEmail(userId),
      name: CLOSED_NAME,
      role: "shopper",
      passwordHash: null,
      emailVerifiedAt: null,
      image: null,
      currency: null,
      confirmedAge: null,
      wantsPriceDrops: false,
      wantsReleases: false,
      wantsReplies: false,
      deletedAt: now,
    },
    select: { id: true },
  });
}

/**
 * Closes one's account for good: nobody can sign in to it any more, and nothing in it tells whose it was. Orders stay
 * for the books, reviews and votes without their author's name.
 */
export async function closeAccount(actor: Actor, input: DeleteAccountInput, context: ProofContext): Promise<void> {
  const { confirmation, ...proof } = input;
  if (confirmation !== actor.email.toLowerCase()) {
    const message = say("errors.confirmationWrong");
    throw new AppError("invalid_input", message, { fields: { confirmation: message } });
  }
  await proveIdentity(actor, proof, context, { needsCode: true });
  const { userId } = actor;
  const { now = new Date() } = context;
  await inTransaction(context.db, async (tx) => {
    await lock(actor, tx);
    const reader = await getMailReader(userId, tx);
    await deleteBelongings(userId, tx);
    await makeNameless(userId, now, tx);
    await queueMail(tx, { to: { ...reader, userId: null }, kind: "account.closed" });
    await recordSecurityEvent(tx, { userId, event: "account.deleted", caller: null });
  });
  log.info({ userId }, "account.deleted");
}
