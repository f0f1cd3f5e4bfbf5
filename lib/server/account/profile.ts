import type { ChangeEmailInput, Notifications, Profile, UpdateProfileInput } from "@/lib/shared/account";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { issueEmailToken, TOKEN_HOURS } from "../auth/email-tokens";
import { recordSecurityEvent } from "../auth/security-log";
import { CONFIRM_PATH, sendVerification } from "../auth/verification";
import { type Db, inTransaction } from "../db";
import { AppError } from "../errors";
import { getMailReader, mailReaderSelect, queueMail, toMailReader } from "../mail/queue-mail";
import type { Unsubscription } from "../mail/unsubscribe";
import { type ProofContext, proveIdentity } from "./proof";
import { getNotifications, getProfile } from "./queries";

/** Writes to one's account unless it was closed meanwhile, so that nothing of its owner's comes back into it. */
async function updateOwn({ userId }: Actor, data: Prisma.UserUpdateManyMutationInput, db: Db): Promise<void> {
  const { count } = await db.user.updateMany({ where: { id: userId, deletedAt: null }, data });
  if (count === 0) throw new AppError("unauthenticated", say("errors.signInFirst"));
}

/** Changes one's name, language and currency. */
export async function updateProfile(actor: Actor, input: UpdateProfileInput, db: Db): Promise<Profile> {
  const { name, locale, currency } = input;
  await updateOwn(actor, { name, locale, currency }, db);
  return getProfile(actor, db);
}

/** Changes which mail one wants. */
export async function updateNotifications(actor: Actor, input: Notifications, db: Db): Promise<Notifications> {
  const { priceDrops, releases, replies } = input;
  const data = { wantsPriceDrops: priceDrops, wantsReleases: releases, wantsReplies: replies };
  await updateOwn(actor, data, db);
  return getNotifications(actor, db);
}

const COLUMNS = { priceDrops: "wantsPriceDrops", releases: "wantsReleases", replies: "wantsReplies" } as const;

/** Ends one sort of mail, by the link in it: the link is the permission. Ending it twice is fine. */
export async function unsubscribe({ userId, setting }: Unsubscription, db: Db): Promise<void> {
  await db.user.updateMany({ where: { id: userId, deletedAt: null }, data: { [COLUMNS[setting]]: false } });
}

/** Sends the link that proves one's address once more. */
export async function resendVerification({ userId }: Actor, db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { emailVerifiedAt: true } });
    if (!user.emailVerifiedAt) await sendVerification(userId, tx);
  });
}

/**
 * Sends a link to the new address; the address changes once it was opened there. Whether the address has another
 * account is told to nobody but its reader.
 */
export async function changeEmail(actor: Actor, input: ChangeEmailInput, context: ProofContext): Promise<void> {
  const { userId } = actor;
  const { email, ...proof } = input;
  await proveIdentity(actor, proof, context);
  if (email === actor.email.toLowerCase()) {
    throw new AppError("invalid_input", say("errors.emailSame"), { fields: { email: say("errors.emailSame") } });
  }
  await inTransaction(context.db, async (tx) => {
    const reader = await getMailReader(userId, tx);
    const other = await tx.user.findUnique({ where: { email }, select: mailReaderSelect });
    const token = await issueEmailToken(tx, { userId, kind: "change_email", email });
    if (other) {
      await queueMail(tx, { to: toMailReader(other), kind: "account.emailTaken", path: "/sign-in" });
    } else {
      const values = { hours: TOKEN_HOURS.change_email };
      const path = `${CONFIRM_PATH}?token=${token}`;
      await queueMail(tx, { to: { ...reader, email, name: "" }, kind: "account.changeEmail", values, path });
    }
    await recordSecurityEvent(tx, { userId, event: "account.email_change_asked", caller: context.caller });
  });
}

/** Gives up a change of the address that waits to be confirmed. */
export async function cancelEmailChange({ userId }: Actor, db: Db): Promise<void> {
  await db.emailToken.deleteMany({ where: { userId, kind: "change_email", usedAt: null } });
}
