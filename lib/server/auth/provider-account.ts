import { Prisma } from "@/prisma/generated/client";
import { type Db, inTransaction } from "../db";
import { log } from "../log";

/** What a provider tells of the person who signed in there. */
export type ProviderProfile = {
  provider: string;
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

/**
 * Finds the account linked to a provider's identity, or makes one at the first visit. An identity is never linked to
 * an existing account by its e-mail address: whoever controls an address at some provider would take the account over.
 */
export async function signInWithProvider(profile: ProviderProfile, db: Db): Promise<ProviderSignIn> {
  const linked = await findLinked(profile, db);
  if (linked) return { kind: "signed_in", userId: linked };
  const email = profile.email?.trim().toLowerCase();
  if (!email) return { kind: "email_missing" };
  try {
    const { provider, providerAccountId } = profile;
    const user = await inTransaction(db, (tx) =>
      tx.user.create({
        data: {
          email,
          name: profile.name?.trim().slice(0, 80) || email.split("@")[0] || "Player",
          emailVerifiedAt: profile.isEmailVerified ? new Date() : null,
          accounts: { create: { provider, providerAccountId } },
        },
        select: { id: true },
      }),
    );
    log.info({ userId: user.id, provider }, "auth.registered");
    return { kind: "signed_in", userId: user.id };
  } catch (error) {
    const isDuplicate = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    if (!isDuplicate) throw error;
    // Either the address is taken, or the same person's other tab was faster.
    const userId = await findLinked(profile, db);
    return userId ? { kind: "signed_in", userId } : { kind: "email_taken" };
  }
}
