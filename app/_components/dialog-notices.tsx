"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSaid } from "@/app/_i18n/use-said";
import { selectNotifications } from "@/lib/client/features/notifications/selectors";
import { dismissed } from "@/lib/client/features/notifications/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { Button } from "./ui/button";

/**
 * The notifications inside a modal dialog, which makes those of the page inert: what is done in the dialog is said, and
 * can be undone, in the dialog.
 */
export function DialogNotices() {
  const t = useTranslations("common");
  const dispatch = useAppDispatch();
  const speak = useSaid();
  const notifications = useAppSelector(selectNotifications);
  return (
    <div role="status" className="grid gap-2">
      {notifications.map(({ id, text, action }) => (
        <p
          key={id}
          className="flex animate-rise items-center gap-1 rounded-lg border border-line bg-raised py-1.5 pr-1.5 pl-3.5 text-sm"
        >
          <span className="min-w-0 grow">{speak(text)}</span>
          {action && (
            <Button
              variant="ghost"
              size="sm"
              className="text-accent"
              onClick={() => {
                dispatch(action.event);
                dispatch(dismissed(id));
              }}
            >
              {speak(action.label)}
            </Button>
          )}
          <Button
            variant="ghost"
            size="sm"
            aria-label={t("dismiss")}
            className="px-2 text-muted"
            onClick={() => dispatch(dismissed(id))}
          >
            <X aria-hidden />
          </Button>
        </p>
      ))}
    </div>
  );
}
