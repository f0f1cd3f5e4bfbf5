import { cookies } from "next/headers";
import { cache } from "react";
import type { SessionView } from "@/lib/shared/auth";
import { type Db, getDb } from "../db";
import { getEnv } from "../env";
import type { Actor } from "./actor";
import { listOauthProviders, type OauthProvider } from "./oauth-providers";
import { readCookie, readSessionId, sessionCookieName } from "./session-token";
import { readTicket, ticketCookie } from "./sign-in-ticket";

/** How exactly one is told when a session was last used. */
const SEEN_EVERY_MINUTES = 5;

/**
 * Who a session row stands for; null when the row is missing, revoked or past its time. One query, by primary keys; it
 * notes that the session is in use, every few minutes only.
 */
export async function findActorBySession(sessionId: string, db: Db): Promise<Actor | null> {
  const [actor] = await db.$queryRaw<Actor[]>`
    with seen as (
      update sessions set last_seen_at = now()
      where id = ${sessionId}::uuid and revoked_at is null
        and (last_seen_at is null or last_seen_at < now() - ${SEEN_EVERY_MINUTES} * interval '1 minute')
    )
    select u.id as "userId", s.id as "sessionId", u.role::text as role, u.name, u.email::text as email, u.currency
    from sessions s
    join users u on u.id = s.user_id
    where s.id = ${sessionId}::uuid and s.revoked_at is null and s.expires_at > now()
      and u.deleted_at is null`;
  return actor ?? null;
}

async function findActorByCookie(cookie: string | undefined): Promise<Actor | null> {
  const sessionId = await readSessionId(cookie);
  return sessionId ? findActorBySession(sessionId, getDb()) : null;
}

/** Who sent a request to a route handler; null when nobody is signed in. */
export function findActorOfRequest(request: Request): Promise<Actor | null> {
  return findActorByCookie(readCookie(request.headers.get("cookie"), sessionCookieName()));
}

/** Who looks at a page: for server components, asked once a render however many of them call it. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const jar = await cookies();
  return findActorByCookie(jar.get(sessionCookieName())?.value);
});

/** What the browser may know of an actor. */
export function toSessionView(actor: Actor | null): SessionView | null {
  if (!actor) return null;
  const { userId, name, email, role } = actor;
  return { userId, name, email, role };
}

/** Whether this browser has done the first step of signing in, and a code is to follow. */
export async function isCodeAwaited(): Promise<boolean> {
  const jar = await cookies();
  return (await readTicket(jar.get(ticketCookie.name)?.value, getDb())) !== null;
}

/** How one can sign in here: the providers with keys, and whether the demo's logins are offered. */
export function listSignInOptions(): { providers: Pick<OauthProvider, "id" | "name">[]; isDemo: boolean } {
  const providers = listOauthProviders().map(({ id, name }) => ({ id, name }));
  return { providers, isDemo: getEnv().KRATOS_DEMO };
}
