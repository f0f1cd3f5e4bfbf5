"use client";

import { useEffect, useRef } from "react";
import { useRouter } from "@/app/_i18n/navigation";

/** The server renders a page anew at most so often. */
const REFRESH_GAP_MS = 1500;

/** Has the server render the page anew whenever `mark` changes to another text; an empty one asks for nothing. */
export function usePageRefresh(mark: string): void {
  const router = useRouter();
  const lastAt = useRef(0);
  useEffect(() => {
    if (!mark) return;
    const waitMs = Math.max(0, lastAt.current + REFRESH_GAP_MS - Date.now());
    const timer = setTimeout(() => {
      lastAt.current = Date.now();
      router.refresh();
    }, waitMs);
    return () => clearTimeout(timer);
  }, [mark, router]);
}
