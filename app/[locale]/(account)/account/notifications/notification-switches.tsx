"use client";

import { useTranslations } from "next-intl";
import { Switch } from "radix-ui";
import { useEffect, useId } from "react";
import { notificationsRequest } from "@/lib/client/features/account/requests";
import { selectShownNotifications } from "@/lib/client/features/account/selectors";
import { notificationsOpened } from "@/lib/client/features/account/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import { NOTIFICATION_SETTINGS, type NotificationSetting, type Notifications } from "@/lib/shared/account";

type SettingSwitchProps = { setting: NotificationSetting; isOn: boolean; onChange: (isOn: boolean) => void };

function SettingSwitch({ setting, isOn, onChange }: SettingSwitchProps) {
  const t = useTranslations("account.notifications");
  const isHydrated = useHydrated();
  const id = useId();
  return (
    <li className="flex items-center gap-4 px-4 py-3.5">
      <div className="grid flex-1 gap-0.5">
        <label htmlFor={id} className="font-medium">
          {t(setting)}
        </label>
        <span id={`${id}-hint`} className="text-muted text-sm">
          {t(`${setting}Hint`)}
        </span>
      </div>
      <Switch.Root
        id={id}
        checked={isOn}
        disabled={!isHydrated}
        onCheckedChange={onChange}
        aria-describedby={`${id}-hint`}
        className="relative h-7 w-12 shrink-0 rounded-full border border-edge bg-raised transition-colors data-[state=checked]:border-primary data-[state=checked]:bg-primary"
      >
        <Switch.Thumb className="block size-5 translate-x-0.75 rounded-full bg-edge transition-[translate,background-color] data-[state=checked]:translate-x-5.75 data-[state=checked]:bg-on-primary" />
      </Switch.Root>
    </li>
  );
}

/** Which mail one wants: each change holds at once, and is taken back where it could not be saved. */
export function NotificationSwitches({ settings }: { settings: Notifications }) {
  const dispatch = useAppDispatch();
  const shown = useAppSelector(selectShownNotifications) ?? settings;
  useEffect(() => {
    dispatch(notificationsOpened(settings));
  }, [dispatch, settings]);
  return (
    <ul className="grid divide-y divide-line rounded-card border border-line bg-surface">
      {NOTIFICATION_SETTINGS.map((setting) => (
        <SettingSwitch
          key={setting}
          setting={setting}
          isOn={shown[setting]}
          onChange={(isOn) => dispatch(notificationsRequest.requested({ ...shown, [setting]: isOn }))}
        />
      ))}
    </ul>
  );
}
