import type { RegisterInput, SessionView, SignInCodeInput, SignInInput } from "@/lib/shared/auth";
import { createRequest } from "../../store/request";

/** Whose page to go to; `link` adds the identity there to the account that is signed in. */
export type ProviderSignInInput = { providerId: string; callbackPath: string; intent?: "link" };

/** How the first step of signing in ends: signed in, or null where the account takes a code, too. */
export type SignInResult = SessionView | null;

export const signInRequest = createRequest<SignInInput, SignInResult>("session/signIn");
/** The second step of signing in. */
export const signInCodeRequest = createRequest<SignInCodeInput, SessionView>("session/signInCode");
/** Makes the account and signs in; null when the account is there but signing in failed. */
export const registerRequest = createRequest<RegisterInput, SessionView | null>("session/register");
/** Asks for the address of another site's sign-in page, such as Google's. */
export const providerSignInRequest = createRequest<ProviderSignInInput, string>("session/providerSignIn");
export const signOutRequest = createRequest<void, void>("session/signOut");
/** Asks the server who is signed in: the session may have ended there, or another tab changed it. */
export const sessionCheckRequest = createRequest<void, SessionView | null>("session/check");
