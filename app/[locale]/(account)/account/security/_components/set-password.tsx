"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { useSaid } from "@/app/_i18n/use-said";
import { requestResetRequest } from "@/lib/client/features/account/requests";
import { selectAccountRequest } from "@/lib/client/features/account/selectors";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";

/** Sends oneself the link by which a first password is set. */
export function SetPassword({ email }: { email: string }) {
  const t = useTranslations("account.password");
  const speak = useSaid();
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  const { status, error } = useAppSelector(selectAccountRequest.requestReset);
  useEffect(() => () => void dispatch(requestResetRequest.cancelled()), [dispatch]);
  if (status === "succeeded") return <Alert tone="success" title={t("sent", { email })} />;
  return (
    <>
      {error && <Alert tone="danger" title={speak(error.message)} />}
      <Button
        variant="secondary"
        className="justify-self-start"
        disabled={!isHydrated || status === "running"}
        onClick={() => dispatch(requestResetRequest.requested({ email }))}
      >
        {t("set")}
      </Button>
    </>
  );
}
