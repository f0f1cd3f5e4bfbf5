import type { LinkedProvider } from "@/lib/shared/account";
import { emailSchema, NAME_LENGTH, nameSchema } from "@/lib/shared/auth";
import { DEFAULT_LOCALE, type Locale } from "@/lib/shared/locale";
import { Prisma } from "@/prisma/generated/client";
import { type Db, inTransaction } from "../db";
import { log } from "../log";
import type { Caller } from "./caller";
import { recordSecurityEvent } from "./security-log";
import { sendVerification } from "./verification";

/** What a provider tells of the person who signed in there. */
export type ProviderProfile = {
  provider: LinkedProvider;
  providerAccountId: string;
  email: string | null;
  isEmailVerified: boolean;
  name: string | null;
};

/** Whose account it is, or why there is none. */
export type ProviderSignIn =
  | { kind: "signed_in"; userId: string }
  | { kind: "email_missing" }
  /** The address has an account that this identity is not linked to: only its owner may link them. */
  | { kind: "email_taken" };

async function findLinked(profile: ProviderProfile, db: Db): Promise<string | null> {
  const { provider, providerAccountId } = profile;
  const account = await db.account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { userId: true },
  });
  return account?.userId ?? null;
}

/** What a new account is called: no name of somebody's must break what stands around it. */
function toName(name: string | null, email: string): string {
  const clean = name?.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "").trim();
  return nameSchema.safeParse(clean?.slice(0, NAME_LENGTH)).data ?? (email.split("@")[0] || "Player");
}

/** `locale` is the language of a new account's mail. */
type Context = { caller: Caller; db: Db; locale?: Locale };

async function createAccount(profile: ProviderProfile, email: string, context: Context): Promise<string> {
  const { caller, db, locale = DEFAULT_LOCALE } = context;
  const { provider, providerAccountId, isEmailVerified, name } = profile;
  return inTransaction(db, async (tx) => {
    const { id: userId } = await tx.user.create({
      data: {
        email,
        name: toName(name, email),
        locale,
        emailVerifiedAt: isEmailVerified ? new Date() : null,
        accounts: { create: { provider, providerAccountId } },
      },
      select: { id: true },
    });
    await recordSecurityEvent(tx, { userId, event: "account.registered", caller, data: { provider } });
    if (!isEmailVerified) await sendVerification(userId, tx);
    log.info({ userId, provider }, "auth.registered");
    return userId;
  });
}

/**
 * Finds the account linked to a provider's identity, or makes one at the first visit. An identity is never linked to
 * an existing account by its e-mail address: whoever controls an address at some provider would take the account over.
 */
export async function signInWithProvider(profile: ProviderProfile, context: Context): Promise<ProviderSignIn> {
  const { db } = context;
  const linked = await findLinked(profile, db);
  if (linked) return { kind: "signed_in", userId: linked };
  const email = emailSchema.safeParse(profile.email).data;
  if (!email) return { kind: "email_missing" };
  try {
    return { kind: "signed_in", userId: await createAccount(profile, email, context) };
  } catch (error) {
    const isDuplicate = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    if (!isDuplicate) throw error;
    // Either the address is taken, or the same person's other tab was faster.
    const userId = await findLinked(profile, db);
    return userId ? { kind: "signed_in", userId } : { kind: "email_taken" };
  }
}
