import type { RegisterInput, SessionView, SignInInput } from "@/lib/shared/auth";
import { createRequest } from "../../store/request";

export type ProviderSignInInput = { providerId: string; callbackPath: string };

export const signInRequest = createRequest<SignInInput, SessionView>("session/signIn");
/** Makes the account and signs in; null when the account is there but signing in failed. */
export const registerRequest = createRequest<RegisterInput, SessionView | null>("session/register");
/** Asks for the address of another site's sign-in page, such as Google's. */
export const providerSignInRequest = createRequest<ProviderSignInInput, string>("session/providerSignIn");
export const signOutRequest = createRequest<void, void>("session/signOut");
/** Asks the server who is signed in: the session may have ended there, or another tab changed it. */
export const sessionCheckRequest = createRequest<void, SessionView | null>("session/check");
