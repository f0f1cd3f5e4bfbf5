import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findEmailLink } from "@/lib/server/account/queries";
import { AuthCard } from "../_components/auth-card";
import { LinkOver } from "../_components/link-over";
import { ResetForm } from "./reset-form";

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations("auth.reset"))("title");
  return { title, robots: { index: false }, referrer: "no-referrer" };
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function ResetPasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const { token } = await searchParams;
  const link = await findEmailLink(token, ["reset_password"]);
  if (!link) return <LinkOver href="/forgot-password" />;
  const t = await getTranslations("auth.reset");
  return (
    <AuthCard icon={<KeyRound />} title={t("title")} lead={t("lead", { email: link.email })}>
      <ResetForm token={String(token)} email={link.email} />
    </AuthCard>
  );
}
