import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Link, redirect } from "@/app/_i18n/navigation";
import { findActor, listSignInOptions } from "@/lib/server/auth/queries";
import { toCallbackPath, withCallback } from "@/lib/shared/callback-path";
import { AuthCard, cardLinkClass } from "../_components/auth-card";
import { ProviderButtons } from "../_components/provider-buttons";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("pageTitle"), robots: { index: false } };
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const NOTICES = ["OAuthAccountNotLinked", "EmailMissing", "AccessDenied"] as const;

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { callbackUrl, error } = await searchParams;
  const callbackPath = toCallbackPath(callbackUrl);
  if (await findActor()) redirect({ href: callbackPath, locale: await getLocale() });
  const t = await getTranslations("auth.signIn");
  const { providers, isDemo } = listSignInOptions();
  const notice = typeof error === "string" ? t(`notices.${NOTICES.find((name) => name === error) ?? "other"}`) : null;
  return (
    <AuthCard
      title={t("title")}
      lead={t.rich("lead", {
        link: (words) => (
          <Link href={withCallback("/register", callbackPath)} className={cardLinkClass}>
            {words}
          </Link>
        ),
      })}
    >
      <SignInForm callbackPath={callbackPath} isDemo={isDemo} notice={notice} />
      <ProviderButtons providers={providers} callbackPath={callbackPath} />
    </AuthCard>
  );
}
