import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Link, redirect } from "@/app/_i18n/navigation";
import { findActor, listSignInOptions } from "@/lib/server/auth/queries";
import { toCallbackPath, withCallback } from "@/lib/shared/callback-path";
import { AuthCard, cardLinkClass } from "../_components/auth-card";
import { ProviderButtons } from "../_components/provider-buttons";
import { RegisterForm } from "./register-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.register"))("title"), robots: { index: false } };
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function RegisterPage({ searchParams }: { searchParams: SearchParams }) {
  const callbackPath = toCallbackPath((await searchParams).callbackUrl);
  if (await findActor()) redirect({ href: callbackPath, locale: await getLocale() });
  const t = await getTranslations("auth.register");
  const signInHref = withCallback("/sign-in", callbackPath);
  return (
    <AuthCard
      title={t("title")}
      lead={t.rich("lead", {
        link: (words) => (
          <Link href={signInHref} className={cardLinkClass}>
            {words}
          </Link>
        ),
      })}
    >
      <RegisterForm callbackPath={callbackPath} signInHref={signInHref} />
      <ProviderButtons providers={listSignInOptions().providers} callbackPath={callbackPath} />
    </AuthCard>
  );
}
