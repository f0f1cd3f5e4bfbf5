import type { LinkedProvider } from "@/lib/shared/account";
import { say } from "@/lib/shared/say";
import { Prisma } from "@/prisma/generated/client";
import { type Db, inTransaction } from "../db";
import { AppError } from "../errors";
import { getMailReader, queueMail } from "../mail/queue-mail";
import type { Actor } from "./actor";
import type { Caller } from "./caller";
import { PROVIDER_NAMES } from "./oauth-providers";
import { recordSecurityEvent } from "./security-log";

/** What became of a link. */
export type LinkOutcome = "linked" | "taken";

type Identity = { provider: LinkedProvider; providerAccountId: string };

/** Links an identity of a provider's to an account; one that is another account's stays there. */
export async function linkIdentity(
  userId: string,
  { provider, providerAccountId }: Identity,
  { caller, db }: { caller: Caller; db: Db },
): Promise<LinkOutcome> {
  try {
    return await inTransaction(db, async (tx) => {
      // One identity of each provider: whoever links another one at the same time waits here.
      await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId}::uuid FOR UPDATE`;
      const known = await tx.account.findFirst({
        where: { provider, OR: [{ providerAccountId }, { userId }] },
        select: { userId: true, providerAccountId: true },
      });
      const isSame = known?.userId === userId && known.providerAccountId === providerAccountId;
      if (known) return isSame ? "linked" : "taken";
      await tx.account.create({ data: { userId, provider, providerAccountId }, select: { id: true } });
      await tell(userId, "account.linked", provider, tx);
      await recordSecurityEvent(tx, { userId, event: "account.provider_linked", caller, data: { provider } });
      return "linked";
    });
  } catch (error) {
    const isDuplicate = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    if (!isDuplicate) throw error;
    return "taken";
  }
}

async function tell(userId: string, kind: "account.linked" | "account.unlinked", provider: LinkedProvider, tx: Db) {
  const to = await getMailReader(userId, tx);
  await queueMail(tx, { to, kind, values: { provider: PROVIDER_NAMES[provider] }, path: "/account/security" });
}

/** Unlinks a provider; the last way to sign in stays, also where two are unlinked at once. */
export async function unlinkProvider(
  { userId }: Actor,
  provider: LinkedProvider,
  { caller, db }: { caller: Caller; db: Db },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [user] = await tx.$queryRaw<{ hasPassword: boolean }[]>`
      SELECT password_hash IS NOT NULL AS "hasPassword" FROM users WHERE id = ${userId}::uuid FOR UPDATE`;
    const rows = await tx.account.findMany({ where: { userId }, select: { provider: true } });
    if (!rows.some((row) => row.provider === provider)) throw new AppError("not_found", say("errors.nothingHere"));
    const hasOther = user?.hasPassword || rows.some((row) => row.provider !== provider);
    if (!hasOther) throw new AppError("conflict", say("errors.lastWayIn"));
    await tx.account.deleteMany({ where: { userId, provider } });
    await tell(userId, "account.unlinked", provider, tx);
    await recordSecurityEvent(tx, { userId, event: "account.provider_unlinked", caller, data: { provider } });
  });
}
