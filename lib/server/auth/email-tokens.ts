import { createHash, randomBytes } from "node:crypto";
import type { EmailTokenKind } from "@/prisma/generated/enums";
import type { Db } from "../db";

const HOUR_MS = 3_600_000;

/** How long a link works. */
export const TOKEN_HOURS: Record<EmailTokenKind, number> = { verify_email: 48, change_email: 24, reset_password: 1 };

/** What a link proves: that its reader owns the address, asked for by the user. */
export type TokenOwner = { userId: string; kind: EmailTokenKind; email: string };

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Makes the token of a link and keeps its digest only; the links of this kind that the user got before work no more. */
export async function issueEmailToken(tx: Db, { userId, kind, email }: TokenOwner, now = new Date()): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.emailToken.deleteMany({ where: { userId, kind } });
  await tx.emailToken.create({
    data: {
      userId,
      kind,
      email,
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + TOKEN_HOURS[kind] * HOUR_MS),
    },
    select: { id: true },
  });
  return token;
}

/** What a link that still works proves; looking uses nothing up, since mail scanners open every link. */
export async function findEmailToken(
  db: Db,
  token: string,
  kinds: readonly EmailTokenKind[],
  now = new Date(),
): Promise<TokenOwner | null> {
  return db.emailToken.findFirst({
    where: { tokenHash: hashToken(token), kind: { in: [...kinds] }, usedAt: null, expiresAt: { gt: now } },
    select: { userId: true, kind: true, email: true },
  });
}

/** Uses a link up: of those who come with it at once, one gets what it proves and the others null. */
export async function consumeEmailToken(
  tx: Db,
  token: string,
  kinds: readonly EmailTokenKind[],
  now = new Date(),
): Promise<TokenOwner | null> {
  const used = await tx.emailToken.updateManyAndReturn({
    where: { tokenHash: hashToken(token), kind: { in: [...kinds] }, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: { userId: true, kind: true, email: true },
  });
  return used[0] ?? null;
}

/** Ends all links that a user was sent: after a change of the address or the password they prove too little. */
export async function dropEmailTokens(tx: Db, userId: string): Promise<void> {
  await tx.emailToken.deleteMany({ where: { userId, usedAt: null } });
}
