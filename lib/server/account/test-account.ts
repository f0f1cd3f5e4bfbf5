import { TOTP } from "otpauth";
import { registerShopper } from "@/lib/server/auth/commands";
import type { PrismaClient } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import type { Caller } from "../auth/caller";
import { createSession } from "../auth/commands";
import { findActorBySession } from "../auth/queries";
import { beginTwoFactor, enableTwoFactor } from "./two-factor";

/** The password of every account of the tests. */
export const PASSWORD = "a few random words";

let accounts = 0;

/** A caller of an address of its own, so that no test uses up another's limits. */
export function newCaller(): Caller {
  accounts += 1;
  return { ip: `198.51.${Math.floor(accounts / 250)}.${accounts % 250}`, userAgent: "Mozilla/5.0 Firefox/140.0" };
}

/** Another session of a user. */
export async function openSession(db: PrismaClient, userId: string): Promise<Actor> {
  const actor = await findActorBySession(await createSession(userId, newCaller(), db), db);
  if (!actor) throw new Error("the session was not opened");
  return actor;
}

/** A new shopper with a password, signed in. */
export async function createShopper(db: PrismaClient, name = "Ada"): Promise<Actor> {
  const email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.com`;
  const { userId } = await registerShopper({ name, email, password: PASSWORD }, db);
  return openSession(db, userId);
}

/** A new shopper who only signs in with a provider. */
export async function createProviderShopper(
  db: PrismaClient,
  provider: "google" | "github" = "google",
): Promise<Actor> {
  const email = `${crypto.randomUUID()}@example.com`;
  const accounts = { create: { provider, providerAccountId: crypto.randomUUID() } };
  const user = await db.user.create({ data: { name: "Grace", email, emailVerifiedAt: new Date(), accounts } });
  return openSession(db, user.id);
}

/** The code that an authenticator app shows at a moment. */
export function codeAt(secret: string, now = new Date()): string {
  return new TOTP({ secret }).generate({ timestamp: now.getTime() });
}

/** Turns two-factor sign-in on, a while ago, so that the code of the moment is still to be used. */
export async function turnTwoFactorOn(db: PrismaClient, actor: Actor): Promise<{ secret: string; codes: string[] }> {
  const earlier = new Date(Date.now() - 120_000);
  const context = { caller: newCaller(), db, now: earlier };
  const { secret } = await beginTwoFactor(actor, { password: PASSWORD }, { ...context, now: new Date() });
  const { codes } = await enableTwoFactor(actor, { code: codeAt(secret, earlier) }, context);
  return { secret, codes };
}
