import type { AuthOptions, Profile } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { signInSchema } from "@/lib/shared/auth";
import type { Db } from "../db";
import { getSecret } from "../env";
import { AppError } from "../errors";
import { log } from "../log";
import { type Caller, checkCredentials, createSession, revokeSession } from "./commands";
import { listOauthProviders } from "./oauth-providers";
import { type ProviderProfile, signInWithProvider } from "./provider-account";
import { findActorBySession, toSessionView } from "./queries";
import { isSecureSite, SESSION_DAYS, toSessionId } from "./session-token";

type Provider = AuthOptions["providers"][number];

/** One request to next-auth: who calls, and the failure to answer with, which next-auth's callbacks cannot. */
export type AuthExchange = { caller: Caller; db: Db; oldSessionId: string | null; failure?: unknown };

/** The session row behind a cookie is gone: next-auth then clears the cookie. */
class SessionOverError extends Error {}

/** Runs a step and keeps its failure for the answer; next-auth would turn it into a redirect or swallow it. */
async function keepFailure<Result>(exchange: AuthExchange, step: () => Promise<Result>): Promise<Result | null> {
  try {
    return await step();
  } catch (error) {
    exchange.failure = error;
    return null;
  }
}

function credentials(exchange: AuthExchange): Provider {
  return CredentialsProvider({
    credentials: { email: { type: "email" }, password: { type: "password" } },
    authorize: (given) =>
      keepFailure(exchange, async () => {
        const input = signInSchema.safeParse(given);
        if (!input.success) throw new AppError("unauthenticated", "E-mail or password is wrong");
        const view = await checkCredentials(input.data, exchange.caller, exchange.db);
        return { id: view.userId };
      }),
  });
}

/** Only Google says whether it checked the address; GitHub's answer does not. */
function isEmailVerified(profile: Profile | undefined): boolean {
  return profile !== undefined && "email_verified" in profile && profile.email_verified === true;
}

const SIGN_IN_ERROR_PAGES = {
  email_missing: "/sign-in?error=EmailMissing",
  email_taken: "/sign-in?error=OAuthAccountNotLinked",
} as const;

function callbacks(exchange: AuthExchange): AuthOptions["callbacks"] {
  let userId: string | undefined;
  return {
    redirect({ url, baseUrl }) {
      if (!URL.canParse(url, baseUrl)) return baseUrl;
      const target = new URL(url, baseUrl);
      return target.origin === new URL(baseUrl).origin ? target.href : baseUrl;
    },
    async signIn({ user, account, profile }) {
      if (account?.type !== "oauth") {
        userId = user.id;
        return true;
      }
      const identity: ProviderProfile = {
        provider: account.provider,
        providerAccountId: account.providerAccountId,
        email: user.email ?? null,
        isEmailVerified: isEmailVerified(profile),
        name: user.name ?? null,
      };
      const outcome = await keepFailure(exchange, () => signInWithProvider(identity, exchange.db));
      if (outcome?.kind !== "signed_in") return outcome ? SIGN_IN_ERROR_PAGES[outcome.kind] : false;
      userId = outcome.userId;
      return true;
    },
    async jwt({ token }) {
      if (!userId) return token;
      const { caller, db, oldSessionId } = exchange;
      if (oldSessionId) await revokeSession(oldSessionId, db);
      return { sub: userId, sid: await createSession(userId, caller, db) };
    },
    async session({ session, token }) {
      const sessionId = toSessionId(token);
      const lookUp = () => (sessionId ? findActorBySession(sessionId, exchange.db) : Promise.resolve(null));
      const user = toSessionView(await keepFailure(exchange, lookUp));
      if (!user) throw new SessionOverError("The session is over");
      return { expires: session.expires, user };
    },
  };
}

/** next-auth's settings for one request: tokens in an encrypted cookie, each naming a row of `sessions`. */
export function createAuthOptions(exchange: AuthExchange): AuthOptions {
  return {
    secret: getSecret("NEXTAUTH_SECRET"),
    useSecureCookies: isSecureSite(),
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 86_400 },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    providers: [credentials(exchange), ...listOauthProviders().map((entry) => entry.provider)],
    callbacks: callbacks(exchange),
    events: {
      async signOut({ token }) {
        const sessionId = toSessionId(token);
        if (sessionId) await keepFailure(exchange, () => revokeSession(sessionId, exchange.db));
      },
    },
    logger: {
      // A cookie that does not decrypt or names a session that is over is every day's business.
      error: (code, err) => log[code === "JWT_SESSION_ERROR" ? "debug" : "error"]({ code, err }, "auth.library_error"),
      warn: (code) => log.debug({ code }, "auth.library_warning"),
      debug: () => undefined,
    },
  };
}
