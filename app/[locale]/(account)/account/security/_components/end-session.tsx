"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { endOtherSessionsRequest, endSessionRequest } from "@/lib/client/features/account/requests";
import { selectAccountRequest } from "@/lib/client/features/account/selectors";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";

export function EndSessionButton({ id, device }: { id: string; device: string }) {
  const t = useTranslations("account.sessions");
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  const isRunning = useAppSelector(selectAccountRequest.endSession).status === "running";
  return (
    <Button
      variant="ghost"
      size="sm"
      className="max-sm:ml-6"
      aria-label={t("endOf", { device })}
      disabled={!isHydrated || isRunning}
      onClick={() => dispatch(endSessionRequest.requested(id))}
    >
      {t("end")}
    </Button>
  );
}

export function EndOthersButton() {
  const t = useTranslations("account.sessions");
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  const isRunning = useAppSelector(selectAccountRequest.endOtherSessions).status === "running";
  return (
    <Button
      variant="secondary"
      className="justify-self-start"
      disabled={!isHydrated || isRunning}
      onClick={() => dispatch(endOtherSessionsRequest.requested())}
    >
      {t("endOthers")}
    </Button>
  );
}
