import { createHash } from "node:crypto";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { AppError } from "../errors";

/** Tells one password of an account from the next: what was proved by one is worth nothing once there is another. */
function toPrint(passwordHash: string | null): string {
  return createHash("sha256")
    .update(passwordHash ?? "")
    .digest("base64url")
    .slice(0, 16);
}

/** The print of an account's password at the moment; null where there is no such account. */
export async function findPrint(where: { id: string } | { email: string }, db: Db): Promise<string | null> {
  const user = await db.user.findFirst({ where: { ...where, deletedAt: null }, select: { passwordHash: true } });
  return user && toPrint(user.passwordHash);
}

/** Refuses where the password is another by now, and holds it as it is until the transaction ends. */
export async function holdPrint(tx: Prisma.TransactionClient, userId: string, print: string): Promise<void> {
  const [user] = await tx.$queryRaw<{ passwordHash: string | null }[]>`
    SELECT password_hash AS "passwordHash" FROM users WHERE id = ${userId}::uuid AND deleted_at IS NULL FOR SHARE`;
  if (!user || toPrint(user.passwordHash) !== print)
    throw new AppError("unauthenticated", say("errors.credentialsWrong"));
}
