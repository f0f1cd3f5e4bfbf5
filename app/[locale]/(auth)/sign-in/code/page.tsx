import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "@/app/_i18n/navigation";
import { findActor, isCodeAwaited } from "@/lib/server/auth/queries";
import { toCallbackPath, withCallback } from "@/lib/shared/callback-path";
import { CodeForm } from "./code-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.code"))("pageTitle"), robots: { index: false } };
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function SignInCodePage({ searchParams }: { searchParams: SearchParams }) {
  const callbackPath = toCallbackPath((await searchParams).callbackUrl);
  const locale = await getLocale();
  if (await findActor()) redirect({ href: callbackPath, locale });
  if (!(await isCodeAwaited())) redirect({ href: withCallback("/sign-in", callbackPath), locale });
  return <CodeForm callbackPath={callbackPath} />;
}
