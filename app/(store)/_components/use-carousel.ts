"use client";

import useEmblaCarousel from "embla-carousel-react";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";

const AUTOPLAY_MS = 7_000;
const REDUCED_MOTION = "(prefers-reduced-motion: reduce)";

function subscribeMotion(onChange: () => void): () => void {
  const query = window.matchMedia(REDUCED_MOTION);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** A looping carousel that moves on by itself, unless the visitor stopped it, looks at it or wants less motion. */
export function useCarousel() {
  const wantsLessMotion = useSyncExternalStore(
    subscribeMotion,
    () => window.matchMedia(REDUCED_MOTION).matches,
    () => false,
  );
  const [viewportRef, carousel] = useEmblaCarousel({ loop: true, duration: wantsLessMotion ? 0 : 28 });
  const [current, setCurrent] = useState(0);
  const [isStopped, setStopped] = useState(false);
  const [isWatched, setWatched] = useState(false);
  const canPlay = !wantsLessMotion;
  const isPlaying = canPlay && !isStopped;

  useEffect(() => {
    if (!carousel) return;
    const update = () => setCurrent(carousel.selectedScrollSnap());
    carousel.on("select", update);
    return () => {
      carousel.off("select", update);
    };
  }, [carousel]);

  useEffect(() => {
    if (!carousel || !isPlaying || isWatched) return;
    const timer = setInterval(() => {
      if (!document.hidden) carousel.scrollNext();
    }, AUTOPLAY_MS);
    return () => clearInterval(timer);
  }, [carousel, isPlaying, isWatched]);

  return {
    viewportRef,
    current,
    canPlay,
    isPlaying,
    isMoving: isPlaying && !isWatched,
    toggle: useCallback(() => setStopped((stopped) => !stopped), []),
    watch: useCallback((watched: boolean) => setWatched(watched), []),
    goTo: useCallback((index: number) => carousel?.scrollTo(index), [carousel]),
    goNext: useCallback(() => carousel?.scrollNext(), [carousel]),
    goBack: useCallback(() => carousel?.scrollPrev(), [carousel]),
  };
}
