import type { AuthOptions } from "next-auth";
import { getSecret } from "../env";
import { log } from "../log";
import { type AuthExchange, keepFailure } from "./auth-exchange";
import { createSession, revokeSession } from "./commands";
import { codeProvider, passwordProvider } from "./credential-providers";
import { receiveFromProvider } from "./oauth-callback";
import { listOauthProviders } from "./oauth-providers";
import { findActorBySession, toSessionView } from "./queries";
import { isSecureSite, SESSION_DAYS, toSessionId } from "./session-token";

/** The session row behind a cookie is gone: next-auth then clears the cookie. */
class SessionOverError extends Error {}

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
      const received = await receiveFromProvider({ user, account, profile }, exchange);
      if (received === null || typeof received === "string") return received ?? false;
      userId = received.userId;
      return true;
    },
    async jwt({ token }) {
      if (!userId) return token;
      const { caller, db, oldSessionId, print } = exchange;
      const sid = await createSession(userId, caller, db, { print });
      if (oldSessionId) await revokeSession(oldSessionId, db);
      return { sub: userId, sid };
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
  const oauth = listOauthProviders().map((entry) => entry.provider);
  return {
    secret: getSecret("NEXTAUTH_SECRET"),
    useSecureCookies: isSecureSite(),
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 86_400 },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    providers: [passwordProvider(exchange), codeProvider(exchange), ...oauth],
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
