import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { findActor, listSignInOptions } from "@/lib/server/auth/queries";
import { toCallbackPath } from "@/lib/shared/auth";
import { AuthCard } from "../_components/auth-card";
import { ProviderButtons } from "../_components/provider-buttons";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const NOTICES: Record<string, string> = {
  OAuthAccountNotLinked: "This e-mail address has an account already. Sign in with its password",
  EmailMissing: "The other site did not tell us your e-mail address",
  AccessDenied: "The other site did not let you in",
};

function toNotice(error: string | string[] | undefined): string | null {
  if (typeof error !== "string") return null;
  return NOTICES[error] ?? "Signing in did not work. Try again";
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { callbackUrl, error } = await searchParams;
  const callbackPath = toCallbackPath(callbackUrl);
  if (await findActor()) redirect(callbackPath);
  const { providers, isDemo } = listSignInOptions();
  const registerHref = callbackPath === "/" ? "/register" : `/register?callbackUrl=${encodeURIComponent(callbackPath)}`;
  return (
    <AuthCard
      title="Welcome back"
      lead={
        <>
          New to Kratos?{" "}
          <Link href={registerHref} className="font-semibold text-accent underline underline-offset-3">
            Make an account
          </Link>
        </>
      }
    >
      <SignInForm callbackPath={callbackPath} isDemo={isDemo} notice={toNotice(error)} />
      <ProviderButtons providers={providers} callbackPath={callbackPath} />
    </AuthCard>
  );
}
