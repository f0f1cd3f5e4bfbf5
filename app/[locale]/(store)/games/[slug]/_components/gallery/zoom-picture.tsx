import { clsx } from "clsx";
import Image from "next/image";
import { type MouseEvent, useLayoutEffect, useRef } from "react";
import type { Picture } from "@/lib/shared/catalogue";

/** How much larger a picture is when it is looked at closely. */
const SCALE = 2.5;

type Point = { x: number; y: number };
type ZoomPictureProps = {
  picture: Picture;
  isZoomed: boolean;
  onToggle: () => void;
  /** Names the part that scrolls, for who moves it by keys. */
  label: string;
};

/**
 * A picture as large as the screen, or larger: then the browser scrolls it, by finger, wheel and keys. What was clicked
 * comes into the middle.
 */
export function ZoomPicture({ picture, isZoomed, onToggle, label }: ZoomPictureProps) {
  const frame = useRef<HTMLButtonElement>(null);
  const focus = useRef<Point>({ x: 0.5, y: 0.5 });
  useLayoutEffect(() => {
    const box = frame.current?.parentElement;
    if (!box || !isZoomed) return;
    const { x, y } = focus.current;
    box.scrollTo({ left: box.scrollWidth * x - box.clientWidth / 2, top: box.scrollHeight * y - box.clientHeight / 2 });
  }, [isZoomed]);
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    // A key press has no place: it means the middle.
    const hasPlace = event.detail > 0;
    focus.current = hasPlace
      ? { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
      : { x: 0.5, y: 0.5 };
    onToggle();
  };
  return (
    <section
      aria-label={label}
      data-own-keys={isZoomed ? "" : undefined}
      className={clsx("absolute inset-0", isZoomed ? "overflow-auto overscroll-contain" : "overflow-hidden")}
    >
      <button
        ref={frame}
        type="button"
        onClick={onClick}
        aria-label={label}
        // It is large at once, also where every change is a short transition: the part to show is chosen by its size.
        className={clsx(
          "relative block size-full transition-none -outline-offset-4",
          isZoomed ? "cursor-zoom-out" : "cursor-zoom-in",
        )}
        style={isZoomed ? { width: `${SCALE * 100}%`, height: `${SCALE * 100}%` } : undefined}
      >
        <Image
          src={picture.url}
          alt={picture.alt}
          fill
          sizes={isZoomed ? `${SCALE * 100}vw` : "100vw"}
          className="object-contain"
        />
      </button>
    </section>
  );
}
