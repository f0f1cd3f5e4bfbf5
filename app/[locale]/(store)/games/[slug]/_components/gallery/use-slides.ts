import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";

export type Slides = {
  index: number;
  /** The row of slides, which the browser scrolls and snaps. */
  row: RefObject<HTMLUListElement | null>;
  goTo: (index: number) => void;
  /** A step to a neighbour; the last one is followed by the first. */
  move: (step: 1 | -1) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

const STEPS: Record<string, 1 | -1> = { ArrowLeft: -1, ArrowRight: 1 };

/** Keys mean something else where something is written, chosen or played. */
const OWN_KEYS = "input, textarea, select, video, [role=slider], [data-own-keys]";

function prefersReducedMotion(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Without a scroll for so long, a row stands still. */
const STILL_MS = 150;

/** Follows which slide of a scrolled row is in sight, and leads to others by steps and keys. */
export function useSlides(count: number, start = 0): Slides {
  const [index, setIndex] = useState(start);
  const row = useRef<HTMLUListElement>(null);
  // Where the row is going: keys may be faster than it.
  const target = useRef(start);

  const show = useCallback((place: number, isSmooth: boolean) => {
    const list = row.current;
    if (!list) return;
    target.current = place;
    const behavior = isSmooth && !prefersReducedMotion() ? "smooth" : "instant";
    list.scrollTo({ left: place * list.clientWidth, behavior });
  }, []);

  useEffect(() => {
    const list = row.current;
    if (!list) return;
    if (start > 0) show(start, false);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      const place = Math.round(list.scrollLeft / Math.max(1, list.clientWidth));
      setIndex(place);
      clearTimeout(timer);
      timer = setTimeout(() => {
        target.current = place;
      }, STILL_MS);
    };
    list.addEventListener("scroll", follow, { passive: true });
    return () => {
      clearTimeout(timer);
      list.removeEventListener("scroll", follow);
    };
  }, [show, start]);

  const goTo = useCallback((place: number) => show(place, true), [show]);
  const move = useCallback((step: 1 | -1) => show((target.current + step + count) % count, true), [show, count]);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      const isOwn = event.target instanceof Element && event.target.closest(OWN_KEYS) !== null;
      if (!step || isOwn || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      move(step);
    },
    [move],
  );
  return { index, row, goTo, move, onKeyDown };
}
