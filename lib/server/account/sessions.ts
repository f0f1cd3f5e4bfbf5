import { say } from "@/lib/shared/say";
import type { Actor } from "../auth/actor";
import type { Caller } from "../auth/caller";
import { recordSecurityEvent } from "../auth/security-log";
import { type Db, inTransaction } from "../db";
import { AppError } from "../errors";

/** Ends the sessions of a user, all or all but one; returns how many. */
export async function revokeSessions(userId: string, tx: Db, { except }: { except?: string } = {}): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, revokedAt: null, ...(except && { id: { not: except } }) },
    data: { revokedAt: new Date() },
  });
  return count;
}

/** Signs one of one's browsers out; somebody else's session is not there. */
export async function endSession({ userId }: Actor, id: string, db: Db): Promise<void> {
  const { count } = await db.session.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) throw new AppError("not_found", say("errors.nothingHere"));
}

/** Signs all one's other browsers out. */
export async function endOtherSessions({ userId, sessionId }: Actor, caller: Caller, db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    const ended = await revokeSessions(userId, tx, { except: sessionId });
    await recordSecurityEvent(tx, { userId, event: "account.signed_out_elsewhere", caller, data: { ended } });
  });
}
