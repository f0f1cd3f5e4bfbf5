"use client";

import { useEffect, useRef } from "react";
import { useRouter } from "@/app/_i18n/navigation";
import { selectAccountVersion } from "@/lib/client/features/account/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";

/** Has the server render the account's pages anew when something in them has changed. */
export function AccountRefresh() {
  const router = useRouter();
  const version = useAppSelector(selectAccountVersion);
  const shown = useRef(version);
  useEffect(() => {
    if (shown.current === version) return;
    shown.current = version;
    router.refresh();
  }, [router, version]);
  return null;
}
