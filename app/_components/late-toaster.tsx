"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { selectNotifications } from "@/lib/client/features/notifications/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";

/** Its code comes with the first message: most pages have none. */
const Toaster = dynamic(() => import("./toaster").then(({ Toaster }) => Toaster), { ssr: false });

export function LateToaster() {
  const hasMessage = useAppSelector(selectNotifications).length > 0;
  const [isWanted, setWanted] = useState(false);
  if (hasMessage && !isWanted) setWanted(true);
  return isWanted && <Toaster />;
}
