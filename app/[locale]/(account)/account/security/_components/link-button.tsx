"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { unlinkRequest } from "@/lib/client/features/account/requests";
import { selectAccountRequest } from "@/lib/client/features/account/selectors";
import { providerSignInRequest } from "@/lib/client/features/session/requests";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import type { LinkedAccount } from "@/lib/shared/account";

/** Unlinks a provider, or goes there to link it. */
export function LinkButton({ account }: { account: LinkedAccount }) {
  const t = useTranslations("account.linked");
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  const isUnlinking = useAppSelector(selectAccountRequest.unlink).status === "running";
  const isLeaving = useAppSelector((state) => state.session.providerSignIn.status === "running");
  const { provider: providerId, name: provider, linkedAt } = account;
  const callbackPath = "/account/security";
  return linkedAt ? (
    <Button
      variant="ghost"
      size="sm"
      aria-label={t("unlinkOf", { provider })}
      disabled={!isHydrated || isUnlinking}
      onClick={() => dispatch(unlinkRequest.requested(account))}
    >
      {t("unlink")}
    </Button>
  ) : (
    <Button
      variant="secondary"
      size="sm"
      aria-label={t("linkOf", { provider })}
      disabled={!isHydrated || isLeaving}
      onClick={() => dispatch(providerSignInRequest.requested({ providerId, callbackPath, intent: "link" }))}
    >
      {t("link")}
    </Button>
  );
}
