import { randomInt } from "node:crypto";
import type { Db } from "../db";
import { sign } from "../sealing";

/** How many codes one gets. */
export const RECOVERY_CODES = 10;

/** Letters and digits that cannot be taken for one another: 31 signs. */
const SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";

/** 10 signs: 49 bits. */
const CODE_LENGTH = 10;

function createCode(): string {
  const signs = Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join("");
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}

/** A code as it counts: however it was typed. */
export function normalizeCode(code: string): string {
  return code.toLowerCase().replace(/[\s-]/g, "");
}

/** What is stored of a code; without the server's secret, nobody can try codes against it. */
function hashCode(userId: string, code: string): string {
  return sign("recovery-code", `${userId} ${normalizeCode(code)}`);
}

/** Makes new codes, and ends the old ones. They are shown this once. */
export async function replaceRecoveryCodes(tx: Db, userId: string): Promise<string[]> {
  const codes = new Set<string>();
  while (codes.size < RECOVERY_CODES) codes.add(createCode());
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: [...codes].map((code) => ({ userId, codeHash: hashCode(userId, code) })) });
  return [...codes];
}

/** Uses a code up; of those who come with one code at once, one gets true. */
export async function consumeRecoveryCode(tx: Db, userId: string, code: string, now: Date): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, codeHash: hashCode(userId, code), usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Codes that were not used yet. */
export function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  return db.recoveryCode.count({ where: { userId, usedAt: null } });
}
