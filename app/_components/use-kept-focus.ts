"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * Takes the focus to a place when what had it in there is gone, such as a form that was sent: else the keyboard would
 * start the page over. `shown` names what the place shows.
 */
export function useKeptFocus(shown: string): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const last = useRef(shown);
  useEffect(() => {
    if (last.current === shown) return;
    last.current = shown;
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, [shown]);
  return place;
}
