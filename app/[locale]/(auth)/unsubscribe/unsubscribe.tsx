"use client";

import { BellOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { Link } from "@/app/_i18n/navigation";
import { useSaid } from "@/app/_i18n/use-said";
import { unsubscribeRequest } from "@/lib/client/features/account/requests";
import { selectAccountRequest } from "@/lib/client/features/account/selectors";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import type { NotificationSetting } from "@/lib/shared/account";
import { AuthCard } from "../_components/auth-card";

/** Ends one sort of mail when its reader says so. */
export function Unsubscribe({ token, setting }: { token: string; setting: NotificationSetting }) {
  const t = useTranslations("auth.unsubscribe");
  const speak = useSaid();
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  const [isAsked, setIsAsked] = useState(false);
  const { status, error } = useAppSelector(selectAccountRequest.unsubscribe);
  const isDone = isAsked && status === "succeeded";
  const lead = isDone ? t("done") : t("lead", { setting: t(`settings.${setting}`) });
  return (
    <AuthCard icon={<BellOff />} title={t(isDone ? "doneTitle" : "title")} lead={<span role="status">{lead}</span>}>
      {isAsked && error && <Alert tone="danger" title={speak(error.message)} />}
      {!isDone && (
        <Button
          size="lg"
          disabled={!isHydrated}
          aria-disabled={status === "running" || undefined}
          onClick={() => {
            setIsAsked(true);
            dispatch(unsubscribeRequest.requested(token));
          }}
        >
          {status === "running" ? t("running") : t("submit")}
        </Button>
      )}
      <Button asChild variant="secondary" size="lg">
        <Link href="/account/notifications">{t("toSettings")}</Link>
      </Button>
    </AuthCard>
  );
}
