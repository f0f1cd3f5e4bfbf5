import { z } from "zod";
import {
  type RegisterInput,
  type SessionView,
  type SignInCodeInput,
  type SignInInput,
  sessionBodySchema,
  sessionViewSchema,
} from "@/lib/shared/auth";
import { say } from "@/lib/shared/say";
import { ApiError, callApi } from "../../api-client";
import type { ProviderSignInInput, SignInResult } from "./requests";

const csrfSchema = z.object({ csrfToken: z.string() });
const redirectSchema = z.object({ url: z.string(), isCodeNeeded: z.boolean().optional() });

type Redirect = z.infer<typeof redirectSchema>;

/** next-auth takes a form only with the token that it gave this browser. */
async function postWithToken(path: string, fields: Record<string, string>, signal: AbortSignal): Promise<Redirect> {
  const { csrfToken } = await callApi("/api/auth/csrf", { output: csrfSchema, signal });
  const body = { ...fields, csrfToken, json: "true" };
  return callApi(path, { method: "POST", body, output: redirectSchema, signal });
}

/** Who is signed in, as the server sees it now. */
export async function checkSession(_input: unknown, signal: AbortSignal): Promise<SessionView | null> {
  const { user } = await callApi("/api/auth/session", { output: sessionBodySchema, signal });
  return user ?? null;
}

async function readSession(signal: AbortSignal): Promise<SessionView> {
  const view = await checkSession(undefined, signal);
  if (!view) throw new ApiError("bad_answer", say("errors.cookiesBlocked"));
  return view;
}

export async function signIn(input: SignInInput, signal: AbortSignal): Promise<SignInResult> {
  const { isCodeNeeded } = await postWithToken("/api/auth/callback/credentials", input, signal);
  return isCodeNeeded ? null : readSession(signal);
}

export async function signInCode(input: SignInCodeInput, signal: AbortSignal): Promise<SessionView> {
  await postWithToken("/api/auth/callback/code", input, signal);
  return readSession(signal);
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

export async function startProviderSignIn(input: ProviderSignInInput, signal: AbortSignal): Promise<string> {
  const { providerId, callbackPath, intent } = input;
  const path = `/api/auth/signin/${encodeURIComponent(providerId)}`;
  const { url } = await postWithToken(path, { callbackUrl: callbackPath, ...(intent && { intent }) }, signal);
  return url;
}

/** What the session's sagas ask of the server. */
export const sessionApi = { signIn, signInCode, register, signOut, checkSession, startProviderSignIn };

export type SessionApi = typeof sessionApi;
