"use client";

import { UserRound } from "lucide-react";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { Link, usePathname } from "@/app/_i18n/navigation";
import { selectSession } from "@/lib/client/features/session/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import { toCallbackPath } from "@/lib/shared/callback-path";
import { Button } from "./ui/button";

/** Only those who are signed in load its code. */
const SignedInMenu = dynamic(() => import("./signed-in-menu").then(({ SignedInMenu }) => SignedInMenu));

function SignInLink() {
  const t = useTranslations("shell.account");
  const pathname = usePathname();
  const query = useSearchParams().toString();
  const callbackPath = toCallbackPath(query ? `${pathname}?${query}` : pathname);
  const href = callbackPath === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(callbackPath)}`;
  return (
    <Button asChild variant="secondary" size="sm">
      <Link href={href}>
        <UserRound aria-hidden className="sm:hidden" />
        <span className="max-sm:sr-only">{t("signIn")}</span>
      </Link>
    </Button>
  );
}

/** The header's account corner: a link to sign in, or the menu of who is signed in. */
export function AccountMenu() {
  const session = useAppSelector(selectSession);
  return session ? <SignedInMenu session={session} /> : <SignInLink />;
}
