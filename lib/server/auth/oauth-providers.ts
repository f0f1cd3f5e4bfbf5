import type { AuthOptions } from "next-auth";
import GithubProvider, { type GithubEmail, type GithubProfile } from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import type { LinkedProvider } from "@/lib/shared/account";
import { getEnv } from "../env";

type Provider = AuthOptions["providers"][number];
type Keys = { clientId: string; clientSecret: string };

/** A way to sign in elsewhere, with the name that its button shows. */
export type OauthProvider = { id: LinkedProvider; name: string; provider: Provider };

/** What each provider calls itself. */
export const PROVIDER_NAMES: Record<LinkedProvider, string> = { google: "Google", github: "GitHub" };

/** Where GitHub's API is: of a GitHub Enterprise server it is part of the server itself. */
function toGithubApi(url: string): string {
  return url === "https://github.com" ? "https://api.github.com" : `${url}/api/v3`;
}

/** Google, or any other server of OpenID Connect in its place. */
function google(keys: Keys): Provider {
  const wellKnown = new URL("/.well-known/openid-configuration", getEnv().GOOGLE_ISSUER_URL).href;
  return GoogleProvider({ ...keys, wellKnown });
}

/** The address that somebody uses at GitHub, and whether GitHub checked it: the profile says neither reliably. */
async function findGithubEmail(api: string, accessToken: string): Promise<GithubEmail | undefined> {
  const response = await fetch(`${api}/user/emails`, {
    headers: { authorization: `Bearer ${accessToken}`, accept: "application/vnd.github+json" },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) return undefined;
  const emails = (await response.json()) as GithubEmail[];
  return emails.find(({ primary }) => primary) ?? emails[0];
}

function github(keys: Keys): Provider {
  const url = getEnv().GITHUB_URL.replace(/\/$/, "");
  const api = toGithubApi(url);
  return GithubProvider({
    ...keys,
    authorization: { url: `${url}/login/oauth/authorize`, params: { scope: "read:user user:email" } },
    token: `${url}/login/oauth/access_token`,
    userinfo: {
      url: `${api}/user`,
      async request({ client, tokens }) {
        const accessToken = tokens.access_token ?? "";
        const profile = await client.userinfo<GithubProfile>(accessToken);
        const email = await findGithubEmail(api, accessToken);
        return { ...profile, email: email?.email ?? profile.email, email_verified: email?.verified ?? false };
      },
    },
  });
}

/** The providers whose keys are set, in the order of their buttons. */
export function listOauthProviders(): OauthProvider[] {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET } = getEnv();
  const providers: OauthProvider[] = [];
  if (GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET) {
    const provider = google({ clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET });
    providers.push({ id: "google", name: PROVIDER_NAMES.google, provider });
  }
  if (GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET) {
    const provider = github({ clientId: GITHUB_CLIENT_ID, clientSecret: GITHUB_CLIENT_SECRET });
    providers.push({ id: "github", name: PROVIDER_NAMES.github, provider });
  }
  return providers;
}
