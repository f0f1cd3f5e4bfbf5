"use client";

import { useEffect, useRef } from "react";
import { useRouter } from "@/app/_i18n/navigation";
import { selectLibraryVersion } from "@/lib/client/features/library/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";

/** Has the server render the page anew when what it shows was changed, here or in another tab. */
export function useFreshPage(): void {
  const router = useRouter();
  const version = useAppSelector(selectLibraryVersion);
  const seenVersion = useRef(version);
  useEffect(() => {
    if (seenVersion.current === version) return;
    seenVersion.current = version;
    router.refresh();
  }, [router, version]);
}
