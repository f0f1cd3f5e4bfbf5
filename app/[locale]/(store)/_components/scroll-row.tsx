"use client";

import { clsx } from "clsx";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";

/** Which ways a row can still be moved; a pixel of rounding is no way. */
function useRoom() {
  const row = useRef<HTMLUListElement>(null);
  const [room, setRoom] = useState({ back: false, on: false });
  useEffect(() => {
    const element = row.current;
    if (!element) return;
    const measure = () => {
      const left = element.scrollLeft;
      setRoom({ back: left > 1, on: left + element.clientWidth < element.scrollWidth - 1 });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, []);
  const move = (by: 1 | -1) => {
    const width = row.current?.clientWidth ?? 0;
    // Smooth by the row's own style, and only where motion is welcome: a `behavior` given here would not ask.
    row.current?.scrollBy({ left: by * width * 0.85 });
  };
  return { row, room, move };
}

const arrowClass =
  "absolute top-[calc(50%-4.5rem)] z-10 grid size-12 place-items-center rounded-full border border-line bg-background " +
  "text-foreground opacity-0 shadow-lift transition-opacity hover:bg-raised group-hover/row:opacity-100 max-lg:hidden";

/**
 * Cards in one row. Swiped by touch; the arrows are for the pointer alone, since the keyboard and screen readers reach
 * every card by its link, which comes into sight by itself.
 */
export function ScrollRow({ children }: { children: ReactNode }) {
  const { row, room, move } = useRoom();
  return (
    <div className="group/row relative min-w-0">
      <ul
        ref={row}
        className={
          "scrollbar-none -mx-4 grid auto-cols-[42%] snap-x scroll-px-4 grid-flow-col gap-4 overflow-x-auto px-4 py-2 motion-safe:scroll-smooth " +
          "sm:auto-cols-[28%] sm:gap-5 lg:-mx-2 lg:auto-cols-[calc((100%-5*1.25rem)/6)] lg:scroll-px-2 lg:px-2 " +
          "min-[106rem]:auto-cols-[calc((100%-6*1.25rem)/7)] min-[125rem]:auto-cols-[calc((100%-7*1.25rem)/8)]"
        }
      >
        {children}
      </ul>
      {(["back", "on"] as const).map((way) => (
        <button
          key={way}
          type="button"
          aria-hidden
          tabIndex={-1}
          hidden={!room[way]}
          onClick={() => move(way === "on" ? 1 : -1)}
          className={clsx(arrowClass, way === "on" ? "-right-4" : "-left-4")}
        >
          {way === "on" ? <ChevronRight className="size-5" /> : <ChevronLeft className="size-5" />}
        </button>
      ))}
    </div>
  );
}
