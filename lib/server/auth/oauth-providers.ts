import type { AuthOptions } from "next-auth";
import GithubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { getEnv } from "../env";

type Provider = AuthOptions["providers"][number];

/** A way to sign in elsewhere, with the name that its button shows. */
export type OauthProvider = { id: "google" | "github"; name: string; provider: Provider };

/** The providers whose keys are set, in the order of their buttons. */
export function listOauthProviders(): OauthProvider[] {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET } = getEnv();
  const providers: OauthProvider[] = [];
  if (GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET) {
    const provider = GoogleProvider({ clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET });
    providers.push({ id: "google", name: "Google", provider });
  }
  if (GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET) {
    const provider = GithubProvider({ clientId: GITHUB_CLIENT_ID, clientSecret: GITHUB_CLIENT_SECRET });
    providers.push({ id: "github", name: "GitHub", provider });
  }
  return providers;
}
