"use client";

import { useEffect, useState } from "react";

/** The clock, second by second while it matters; at first what the server rendered by. */
export function useNow(renderedAt: number, isTicking: boolean): number {
  const [now, setNow] = useState(renderedAt);
  useEffect(() => {
    if (!isTicking) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isTicking]);
  return Math.max(now, renderedAt);
}
