import { toString as toQrCode } from "qrcode";
import type { EnableTwoFactorInput, Proof, RecoveryCodes, TwoFactorSetup } from "@/lib/shared/account";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import type { Caller } from "../auth/caller";
import { normalizeCode, replaceRecoveryCodes } from "../auth/recovery-codes";
import { consumeTotp, sealTotpSecret } from "../auth/second-factor";
import { recordSecurityEvent } from "../auth/security-log";
import { createTotpSecret, toOtpauthUrl } from "../auth/totp";
import { type Db, inTransaction } from "../db";
import { AppError } from "../errors";
import { getMailReader, queueMail } from "../mail/queue-mail";
import { proveIdentity } from "./proof";
import { getTwoFactor } from "./queries";

type Context = { caller: Caller; db: Db; now?: Date };

/** Makes a secret for an authenticator app. It is asked for only once a code of it was given. */
export async function beginTwoFactor(actor: Actor, proof: Proof, context: Context): Promise<TwoFactorSetup> {
  await proveIdentity(actor, proof, context);
  const secret = createTotpSecret();
  const kept = await context.db.$executeRaw`
    INSERT INTO two_factors (user_id, secret)
    VALUES (${actor.userId}::uuid, ${sealTotpSecret(actor.userId, secret)})
    ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, last_step = 0, created_at = now()
    WHERE two_factors.enabled_at IS NULL`;
  if (kept === 0) throw new AppError("conflict", say("errors.twoFactorOn"));
  const otpauthUrl = toOtpauthUrl(secret, actor.email);
  const svg = await toQrCode(otpauthUrl, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return { secret, otpauthUrl, qrCode: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}` };
}

/** Holds the row until the transaction ends, so that the secret is not exchanged for another meanwhile. */
async function lockTwoFactor(userId: string, tx: Prisma.TransactionClient): Promise<{ isEnabled: boolean } | null> {
  const rows = await tx.$queryRaw<{ isEnabled: boolean }[]>`
    SELECT enabled_at IS NOT NULL AS "isEnabled" FROM two_factors WHERE user_id = ${userId}::uuid FOR UPDATE`;
  return rows[0] ?? null;
}

/** Turns two-factor sign-in on by a first code of the app, and gives the recovery codes. */
export async function enableTwoFactor(
  { userId }: Actor,
  { code }: EnableTwoFactorInput,
  { caller, db, now = new Date() }: Context,
): Promise<RecoveryCodes> {
  return inTransaction(db, async (tx) => {
    const row = await lockTwoFactor(userId, tx);
    if (!row) throw new AppError("conflict", say("errors.twoFactorNotBegun"));
    if (row.isEnabled) throw new AppError("conflict", say("errors.twoFactorOn"));
    if (!(await consumeTotp(tx, userId, normalizeCode(code), now))) {
      throw new AppError("invalid_input", say("errors.codeWrong"), { fields: { code: say("errors.codeWrong") } });
    }
    await tx.twoFactor.update({ where: { userId }, data: { enabledAt: now }, select: { userId: true } });
    const codes = await replaceRecoveryCodes(tx, userId);
    const to = await getMailReader(userId, tx);
    await queueMail(tx, { to, kind: "account.twoFactorOn", path: "/account/security" });
    await recordSecurityEvent(tx, { userId, event: "account.two_factor_enabled", caller });
    return { codes };
  });
}

/** Turns two-factor sign-in off, by the password and a code. */
export async function disableTwoFactor(actor: Actor, proof: Proof, context: Context): Promise<void> {
  await proveIdentity(actor, proof, context, { needsCode: true });
  const { userId } = actor;
  await inTransaction(context.db, async (tx) => {
    const { count } = await tx.twoFactor.deleteMany({ where: { userId, enabledAt: { not: null } } });
    if (count === 0) throw new AppError("conflict", say("errors.twoFactorOff"));
    await tx.recoveryCode.deleteMany({ where: { userId } });
    const to = await getMailReader(userId, tx);
    await queueMail(tx, { to, kind: "account.twoFactorOff", path: "/account/security" });
    await recordSecurityEvent(tx, { userId, event: "account.two_factor_disabled", caller: context.caller });
  });
}

/** Makes new recovery codes, by the password and a code; the old ones are worth nothing from then on. */
export async function renewRecoveryCodes(actor: Actor, proof: Proof, context: Context): Promise<RecoveryCodes> {
  const { userId } = actor;
  const { enabledAt } = await getTwoFactor(actor, context.db);
  if (!enabledAt) throw new AppError("conflict", say("errors.twoFactorOff"));
  await proveIdentity(actor, proof, context, { needsCode: true });
  return inTransaction(context.db, async (tx) => {
    await lockTwoFactor(userId, tx);
    const codes = await replaceRecoveryCodes(tx, userId);
    await recordSecurityEvent(tx, { userId, event: "account.recovery_codes_made", caller: context.caller });
    return { codes };
  });
}
