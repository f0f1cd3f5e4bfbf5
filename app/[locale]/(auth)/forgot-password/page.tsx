import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OutboxHint } from "@/app/_components/outbox-hint";
import { ForgotPassword } from "./forgot-password";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.forgot"))("title"), robots: { index: false } };
}

export default function ForgotPasswordPage() {
  return <ForgotPassword hint={<OutboxHint />} />;
}
