"use client";

import { clsx } from "clsx";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Toast } from "radix-ui";
import { useSaid } from "@/app/_i18n/use-said";
import { selectNotifications } from "@/lib/client/features/notifications/selectors";
import { dismissed, type Notification } from "@/lib/client/features/notifications/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { Button } from "./ui/button";

const looks = {
  success: { Icon: CircleCheck, mark: "text-success" },
  error: { Icon: CircleAlert, mark: "text-danger" },
  info: { Icon: Info, mark: "text-chart-2" },
} as const;

/** Longer where there is something to decide or to read twice. */
function toDurationMs({ kind, action }: Notification): number {
  return kind === "error" || action ? 12_000 : 6_000;
}

function NotificationToast({ notification }: { notification: Notification }) {
  const dispatch = useAppDispatch();
  const t = useTranslations("common");
  const speak = useSaid();
  const { id, kind, text, action } = notification;
  const { Icon, mark } = looks[kind];
  return (
    <Toast.Root
      type={kind === "error" ? "foreground" : "background"}
      duration={toDurationMs(notification)}
      onOpenChange={(isOpen) => !isOpen && dispatch(dismissed(id))}
      className={clsx(
        "pointer-events-auto flex items-center gap-3 rounded-card border border-line bg-raised py-3 pr-2 pl-4 shadow-lift",
        "transition-[opacity,translate] duration-200 starting:translate-y-2 starting:opacity-0",
        "data-[swipe=move]:translate-x-(--radix-toast-swipe-move-x)",
      )}
    >
      <Icon aria-hidden className={clsx("size-5 shrink-0", mark)} />
      <Toast.Description className="min-w-0 grow text-sm">{speak(text)}</Toast.Description>
      {action && (
        <Toast.Action asChild altText={speak(action.label)}>
          <Button variant="ghost" size="sm" className="text-accent" onClick={() => dispatch(action.event)}>
            {speak(action.label)}
          </Button>
        </Toast.Action>
      )}
      <Toast.Close asChild>
        <Button variant="ghost" size="sm" aria-label={t("dismiss")} className="px-2 text-muted">
          <X aria-hidden />
        </Button>
      </Toast.Close>
    </Toast.Root>
  );
}

/** Shows the notifications: read out politely, errors at once; they wait while the pointer or the focus is on them. */
export function Toaster() {
  const t = useTranslations("shell");
  const notifications = useAppSelector(selectNotifications);
  return (
    <Toast.Provider label={t("notification")} swipeDirection="right">
      {notifications.map((notification) => (
        <NotificationToast key={notification.id} notification={notification} />
      ))}
      <Toast.Viewport
        label={t("notifications", { hotkey: "{hotkey}" })}
        className="pointer-events-none fixed inset-x-4 bottom-4 z-50 ml-auto grid gap-2 outline-none sm:left-auto sm:w-96"
      />
    </Toast.Provider>
  );
}
