import type { Account, Profile, User } from "next-auth";
import { linkedProviderSchema } from "@/lib/shared/account";
import { SECOND_STEP_PATH } from "@/lib/shared/auth";
import { type AuthExchange, keepFailure } from "./auth-exchange";
import type { LinkIntent } from "./link-intent";
import { linkIdentity } from "./linked-accounts";
import { findPrint } from "./password-print";
import { type ProviderProfile, signInWithProvider } from "./provider-account";
import { findActorBySession } from "./queries";
import { hasTwoFactor } from "./second-factor";

/** What a provider said of somebody, as next-auth hands it on. */
type Arrival = { user: Pick<User, "email" | "name">; account: Account; profile: Profile | undefined };

/** Whether the provider checked the address: Google says so itself, of GitHub its list of addresses does. */
function isEmailVerified(profile: Profile | undefined): boolean {
  return profile !== undefined && "email_verified" in profile && profile.email_verified === true;
}

const SIGN_IN_ERROR_PAGES = {
  email_missing: "/sign-in?error=EmailMissing",
  email_taken: "/sign-in?error=OAuthAccountNotLinked",
} as const;

/** Links who comes back from a provider to the account that set out, if it is still signed in here. */
async function link(intent: LinkIntent, { account }: Arrival, exchange: AuthExchange): Promise<string> {
  exchange.isLinkDone = true;
  const { provider, userId, sessionId } = intent;
  const actor = await findActorBySession(sessionId, exchange.db);
  const isSame = exchange.oldSessionId === sessionId && actor?.userId === userId && account.provider === provider;
  if (!isSame) return "/account/security?link=over";
  const outcome = await linkIdentity(userId, { provider, providerAccountId: account.providerAccountId }, exchange);
  return `/account/security?link=${outcome}&provider=${provider}`;
}

async function signIn(
  { user, account, profile }: Arrival,
  exchange: AuthExchange,
): Promise<string | { userId: string }> {
  const identity: ProviderProfile = {
    provider: linkedProviderSchema.parse(account.provider),
    providerAccountId: account.providerAccountId,
    email: user.email ?? null,
    isEmailVerified: isEmailVerified(profile),
    name: user.name ?? null,
  };
  const outcome = await signInWithProvider(identity, exchange);
  if (outcome.kind !== "signed_in") return SIGN_IN_ERROR_PAGES[outcome.kind];
  const { userId } = outcome;
  if (!(await hasTwoFactor(userId, exchange.db))) return { userId };
  exchange.secondStepOf = { userId, print: (await findPrint({ id: userId }, exchange.db)) ?? "" };
  return `${SECOND_STEP_PATH}?callbackUrl=${encodeURIComponent(exchange.callbackPath)}`;
}

/** Who somebody is that comes back from a provider, or the page to go to instead; null where that failed. */
export function receiveFromProvider(
  arrival: Arrival,
  exchange: AuthExchange,
): Promise<string | { userId: string } | null> {
  const { linkIntent } = exchange;
  return keepFailure(exchange, () => (linkIntent ? link(linkIntent, arrival, exchange) : signIn(arrival, exchange)));
}
