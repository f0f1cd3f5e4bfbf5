"use client";

import { Bell, BellRing, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { AccountFeatures } from "@/app/_components/account-features";
import { Button } from "@/app/_components/ui/button";
import { Link } from "@/app/_i18n/navigation";
import { notificationsRequest } from "@/lib/client/features/account/requests";
import { selectShownNotifications } from "@/lib/client/features/account/selectors";
import { notificationsOpened } from "@/lib/client/features/account/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import type { Notifications } from "@/lib/shared/account";
import { MAIL_ASKED_COOKIE } from "./asked-cookie";

/** What the page knows of the shopper's mail: the settings, and whether the address is theirs. */
export type MailState = {
  userId: string;
  notifications: Notifications;
  isEmailVerified: boolean;
  /** Whether the question was put away in this browser; it is asked once. */
  isDismissed: boolean;
};

const ONE_YEAR_SECONDS = 60 * 60 * 24 * 365;

function keepDismissal(userId: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${MAIL_ASKED_COOKIE}=${userId}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax`;
}

/** The page may come from the browser's memory of before the question was put away. */
function isKept(userId: string): boolean {
  return typeof document !== "undefined" && document.cookie.includes(`${MAIL_ASKED_COOKIE}=${userId}`);
}

/** The button that was pressed is gone: the keyboard goes on below it. */
function focusPage(): void {
  document.getElementById("main")?.focus({ preventScroll: true });
}

function OptIn({ userId, notifications, isEmailVerified, isDismissed: given }: MailState) {
  const t = useTranslations("wishlist.mail");
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  const shown = useAppSelector(selectShownNotifications) ?? notifications;
  const [isDismissed, setIsDismissed] = useState(() => given || isKept(userId));
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
  if (isDismissed) return null;
  const accept = () => {
    dispatch(notificationsRequest.requested({ ...shown, priceDrops: true, releases: true }));
    focusPage();
  };
  const dismiss = () => {
    setIsDismissed(true);
    keepDismissal(userId);
    focusPage();
  };
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
        <Button size="md" disabled={!isHydrated} onClick={accept}>
          {t("accept")}
        </Button>
        <Button
          variant="ghost"
          className="px-3 text-muted"
          aria-label={t("dismiss")}
          disabled={!isHydrated}
          onClick={dismiss}
        >
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
