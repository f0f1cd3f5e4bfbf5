"use client";

import { useTranslations } from "next-intl";
import { ProviderMark } from "@/app/_components/provider-mark";
import { Button } from "@/app/_components/ui/button";
import { providerSignInRequest } from "@/lib/client/features/session/requests";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import type { LinkedProvider } from "@/lib/shared/account";

type ProviderButtonsProps = { providers: { id: LinkedProvider; name: string }[]; callbackPath: string };

/** Sign-in by the providers that this store has keys for; nothing where it has none. */
export function ProviderButtons({ providers, callbackPath }: ProviderButtonsProps) {
  const t = useTranslations("auth");
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  const isRunning = useAppSelector((state) => state.session.providerSignIn.status === "running");
  if (providers.length === 0) return null;
  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-3 text-muted text-xs before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        {t("or")}
      </p>
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          variant="secondary"
          size="lg"
          disabled={!isHydrated || isRunning}
          onClick={() => dispatch(providerSignInRequest.requested({ providerId: id, callbackPath }))}
        >
          <ProviderMark provider={id} />
          {t("continueWith", { provider: name })}
        </Button>
      ))}
    </div>
  );
}
