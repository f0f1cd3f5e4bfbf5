import type { SecurityEvent } from "@/lib/shared/account";
import type { Db } from "../db";
import type { Caller } from "./caller";

/** Something that concerns the safety of an account, and who did it. */
type Entry = {
  userId: string;
  event: SecurityEvent;
  /** Null where it was no request of somebody's. */
  caller: Caller | null;
  data?: Record<string, string | number>;
};

/** Writes an event into the audit log, where the account's owner sees it; in the transaction that it tells of. */
export async function recordSecurityEvent(tx: Db, { userId, event, caller, data = {} }: Entry): Promise<void> {
  const userAgent = caller?.userAgent ? { userAgent: caller.userAgent } : {};
  await tx.auditLog.create({
    data: {
      actorId: userId,
      action: event,
      entity: "user",
      entityId: userId,
      ip: caller?.ip ?? null,
      data: { ...userAgent, ...data },
    },
    select: { id: true },
  });
}
