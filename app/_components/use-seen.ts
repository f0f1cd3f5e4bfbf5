"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/** Pixels below the window from which something counts as about to be seen. */
const AHEAD_PX = 200;

/** Whether an element has come into sight, or is about to; what is costly to show can wait for it. */
export function useSeen<Target extends Element>(): [RefObject<Target | null>, boolean] {
  const ref = useRef<Target>(null);
  const [isSeen, setSeen] = useState(false);

  useEffect(() => {
    const target = ref.current;
    if (!target || isSeen) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: `0px 0px ${AHEAD_PX}px 0px` },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [isSeen]);

  return [ref, isSeen];
}
