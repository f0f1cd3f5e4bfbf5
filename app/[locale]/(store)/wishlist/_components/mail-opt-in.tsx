"use client";

import { Bell, BellRing, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { AccountFeatures } from "@/app/_components/account-features";
import { Button } from "@/app/_components/ui/button";
import { Link } from "@/app/_i18n/navigation";
import { notificationsRequest } from "@/lib/client/features/account/requests";
import { notificationsOpened } from "@/lib/client/features/account/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import type { Notifications } from "@/lib/shared/account";

/** What the page knows of the shopper's mail: the settings, and whether the address is theirs. */
export type MailState = { userId: string; notifications: Notifications; isEmailVerified: boolean };

const keyOf = (userId: string) => `kratos.wish-mail.${userId}`;

/** Whether the question was put away in this browser; it is asked once. */
function useDismissal(userId: string) {
  const isHydrated = useHydrated();
  const [isDismissed, setIsDismissed] = useState(false);
  useEffect(() => {
    try {
      setIsDismissed(localStorage.getItem(keyOf(userId)) !== null);
    } catch {
      // Storage is shut: the question is asked on each visit.
    }
  }, [userId]);
  const dismiss = () => {
    setIsDismissed(true);
    try {
      localStorage.setItem(keyOf(userId), "asked");
    } catch {
      // As above.
    }
  };
  return { isAsked: isHydrated && !isDismissed, dismiss };
}

function OptIn({ userId, notifications, isEmailVerified }: MailState) {
  const t = useTranslations("wishlist.mail");
  const dispatch = useAppDispatch();
  const { shown } = useAppSelector((state) => state.account.notifications) ?? { shown: notifications };
  const { isAsked, dismiss } = useDismissal(userId);
  useEffect(() => {
    dispatch(notificationsOpened(notifications));
  }, [dispatch, notifications]);
  if (shown.priceDrops || shown.releases) {
    return (
      <p className="flex items-center gap-2.5 text-muted text-sm">
        <BellRing aria-hidden className="size-4 shrink-0 text-accent" />
        <span>
          {t(isEmailVerified ? "on" : "unverified")}{" "}
          <Link href="/account/notifications" className="text-foreground underline">
            {t("change")}
          </Link>
        </span>
      </p>
    );
  }
  if (!isAsked) return null;
  const accept = () => dispatch(notificationsRequest.requested({ ...shown, priceDrops: true, releases: true }));
  return (
    <section
      aria-label={t("title")}
      className="flex animate-rise flex-wrap items-center gap-x-6 gap-y-3 rounded-card border border-line bg-surface p-4 sm:flex-nowrap sm:p-5"
    >
      <Bell aria-hidden className="size-6 shrink-0 text-primary max-sm:hidden" />
      <div className="grid grow gap-0.5">
        <h2 className="font-semibold">{t("title")}</h2>
        <p className="text-muted text-sm">{t("text")}</p>
      </div>
      <div className="flex shrink-0 items-center gap-2">
        <Button size="md" onClick={accept}>
          {t("accept")}
        </Button>
        <Button variant="ghost" className="px-3 text-muted" aria-label={t("dismiss")} onClick={dismiss}>
          <X aria-hidden />
        </Button>
      </div>
    </section>
  );
}

/** Asks once whether mail of price drops and releases is wanted, and says where it is. */
export function MailOptIn(state: MailState) {
  return (
    <AccountFeatures>
      <OptIn {...state} />
    </AccountFeatures>
  );
}
