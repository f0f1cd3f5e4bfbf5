import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { findActor, listSignInOptions } from "@/lib/server/auth/queries";
import { toCallbackPath } from "@/lib/shared/auth";
import { AuthCard } from "../_components/auth-card";
import { ProviderButtons } from "../_components/provider-buttons";
import { RegisterForm } from "./register-form";

export const metadata: Metadata = { title: "Make an account" };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function RegisterPage({ searchParams }: { searchParams: SearchParams }) {
  const callbackPath = toCallbackPath((await searchParams).callbackUrl);
  if (await findActor()) redirect(callbackPath);
  const signInHref = callbackPath === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(callbackPath)}`;
  return (
    <AuthCard
      title="Make an account"
      lead={
        <>
          Have one already?{" "}
          <Link href={signInHref} className="font-semibold text-accent underline underline-offset-3">
            Sign in
          </Link>
        </>
      }
    >
      <RegisterForm callbackPath={callbackPath} signInHref={signInHref} />
      <ProviderButtons providers={listSignInOptions().providers} callbackPath={callbackPath} />
    </AuthCard>
  );
}
