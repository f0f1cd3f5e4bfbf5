import { z } from "zod";
import {
  type RegisterInput,
  type SessionView,
  type SignInInput,
  sessionBodySchema,
  sessionViewSchema,
} from "@/lib/shared/auth";
import { ApiError, callApi } from "../../api-client";
import type { ProviderSignInInput } from "./requests";

const csrfSchema = z.object({ csrfToken: z.string() });
const redirectSchema = z.object({ url: z.string() });

/** next-auth takes a form only with the token that it gave this browser. */
async function postWithToken(path: string, fields: Record<string, string>, signal: AbortSignal): Promise<string> {
  const { csrfToken } = await callApi("/api/auth/csrf", { output: csrfSchema, signal });
  const body = { ...fields, csrfToken, json: "true" };
  const { url } = await callApi(path, { method: "POST", body, output: redirectSchema, signal });
  return url;
}

/** Who is signed in, as the server sees it now. */
export async function checkSession(_input: unknown, signal: AbortSignal): Promise<SessionView | null> {
  const { user } = await callApi("/api/auth/session", { output: sessionBodySchema, signal });
  return user ?? null;
}

export async function signIn(input: SignInInput, signal: AbortSignal): Promise<SessionView> {
  await postWithToken("/api/auth/callback/credentials", input, signal);
  const view = await checkSession(undefined, signal);
  if (!view) throw new ApiError("bad_answer", "The browser did not keep the session. Allow cookies for this site");
  return view;
}

export async function register(input: RegisterInput, signal: AbortSignal): Promise<SessionView | null> {
  await callApi("/api/auth/register", { method: "POST", body: input, output: sessionViewSchema, signal });
  try {
    return await signIn({ email: input.email, password: input.password }, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    // The account is there: a second registration would be refused, so the sign-in page goes on from here.
    return null;
  }
}

export async function signOut(_input: unknown, signal: AbortSignal): Promise<void> {
  await postWithToken("/api/auth/signout", {}, signal);
}

export function startProviderSignIn(input: ProviderSignInInput, signal: AbortSignal): Promise<string> {
  const path = `/api/auth/signin/${encodeURIComponent(input.providerId)}`;
  return postWithToken(path, { callbackUrl: input.callbackPath }, signal);
}

/** What the session's sagas ask of the server. */
export const sessionApi = { signIn, register, signOut, checkSession, startProviderSignIn };

export type SessionApi = typeof sessionApi;
