"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";

/** How long a game is on the stage before the next one comes. */
export const STAY_MS = 7_000;
/** A finger that moves further across than this turns the page. */
const SWIPE_PX = 40;
const REDUCED_MOTION = "(prefers-reduced-motion: reduce)";

function subscribeMotion(onChange: () => void): () => void {
  const query = window.matchMedia(REDUCED_MOTION);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** The place after or before another one, round and round. */
export function stepPlace(place: number, step: 1 | -1, count: number): number {
  return (place + step + count) % count;
}

/** Turns the page for a finger that is drawn sideways. */
function useSwipe(onSwipe: (step: 1 | -1) => void) {
  const startX = useRef<number | null>(null);
  return {
    onTouchStart: (event: React.TouchEvent) => {
      startX.current = event.touches[0]?.clientX ?? null;
    },
    onTouchEnd: (event: React.TouchEvent) => {
      const moved = (event.changedTouches[0]?.clientX ?? 0) - (startX.current ?? 0);
      if (startX.current !== null && Math.abs(moved) > SWIPE_PX) onSwipe(moved < 0 ? 1 : -1);
      startX.current = null;
    },
  };
}

/**
 * Shows one of several games at a time and moves on by itself, unless the visitor stopped it, looks at it or wants less
 * motion. `near` are the places whose pictures are worth loading: what was shown, and what comes next.
 */
export function useStage(count: number) {
  const wantsLessMotion = useSyncExternalStore(
    subscribeMotion,
    () => window.matchMedia(REDUCED_MOTION).matches,
    () => false,
  );
  const [place, setPlace] = useState(0);
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([0]));
  const [isStopped, setStopped] = useState(false);
  const [isWatched, setWatched] = useState(false);
  const canPlay = !wantsLessMotion && count > 1;
  const isMoving = canPlay && !isStopped && !isWatched;

  const show = useCallback((next: number) => {
    setPlace(next);
    setNear((known) => new Set([...known, next]));
  }, []);
  const step = useCallback((by: 1 | -1) => show(stepPlace(place, by, count)), [show, place, count]);

  useEffect(() => {
    if (!isMoving) return;
    const next = stepPlace(place, 1, count);
    const preload = setTimeout(() => setNear((known) => new Set([...known, next])), STAY_MS / 2);
    const timer = setInterval(() => {
      if (!document.hidden) show(next);
    }, STAY_MS);
    return () => {
      clearTimeout(preload);
      clearInterval(timer);
    };
  }, [isMoving, place, count, show]);

  return {
    place,
    near,
    canPlay,
    isStopped,
    isMoving,
    show,
    step,
    toggle: () => setStopped((stopped) => !stopped),
    watch: setWatched,
    swipe: useSwipe(step),
  };
}

export type Stage = ReturnType<typeof useStage>;
