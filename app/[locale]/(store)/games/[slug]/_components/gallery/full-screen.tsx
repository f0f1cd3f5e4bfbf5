"use client";

import { X, ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Arrows } from "./arrows";
import type { GalleryItem } from "./items";
import { useSlides } from "./use-slides";
import { VideoSlide } from "./video-slide";
import { ZoomPicture } from "./zoom-picture";

async function leaveFullScreen(stage: Element): Promise<void> {
  if (document.fullscreenElement === stage) await document.exitFullscreen();
}

/**
 * Opens the dialog, and its stage over the whole screen where the browser lets pages do that; elsewhere the dialog fills
 * the window. (A dialog itself may not be shown over the screen, its content may.) Leaving the one closes the other.
 */
function useFullScreenDialog(onClosed: () => void) {
  const [dialogRef, stageRef] = [useRef<HTMLDialogElement>(null), useRef<HTMLDivElement>(null)];
  const closed = useRef(onClosed);
  closed.current = onClosed;
  useEffect(() => {
    const [dialog, stage] = [dialogRef.current, stageRef.current];
    if (!dialog || !stage) return;
    if (!dialog.open) dialog.showModal();
    stage.requestFullscreen?.().catch(() => {
      // Refused, as in a frame: the dialog fills the window as it is.
    });
    let wasFull = false;
    const onFullScreen = () => {
      const isFull = document.fullscreenElement === stage;
      if (wasFull && !isFull) dialog.close();
      wasFull = isFull;
    };
    // What lies behind takes the focus only once nothing fills the screen any more.
    const onClose = () => void leaveFullScreen(stage).then(() => closed.current());
    stage.addEventListener("fullscreenchange", onFullScreen);
    dialog.addEventListener("close", onClose);
    return () => {
      stage.removeEventListener("fullscreenchange", onFullScreen);
      dialog.removeEventListener("close", onClose);
      void leaveFullScreen(stage);
    };
  }, [dialogRef, stageRef]);
  return { dialogRef, stageRef };
}

type ToolProps = { label: string; isPressed?: boolean; onClick: () => void; children: ReactNode };

function Tool({ label, isPressed, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isPressed}
      onClick={onClick}
      className="grid size-11 shrink-0 place-items-center rounded-full bg-white/10 text-white transition-colors hover:bg-white/25 [&_svg]:size-5"
    >
      {children}
    </button>
  );
}

type FullScreenProps = { items: GalleryItem[]; title: string; start: number; onClose: (index: number) => void };

/** The gallery over the whole screen: one slide at a time, swiped or turned by keys, pictures also closely. */
export function FullScreen({ items, title, start, onClose }: FullScreenProps) {
  const t = useTranslations("gameLive.gallery");
  const slides = useSlides(items.length, start);
  const { index } = slides;
  const { dialogRef, stageRef } = useFullScreenDialog(() => onClose(index));
  const [zoomedAt, setZoomedAt] = useState<number | null>(null);
  const isZoomed = zoomedAt === index;
  const toggleZoom = () => setZoomedAt(isZoomed ? null : index);
  const place = t("place", { place: index + 1, count: items.length });
  return (
    <dialog
      ref={dialogRef}
      aria-label={t("label", { title })}
      onKeyDown={slides.onKeyDown}
      className="m-0 h-dvh max-h-none w-dvw max-w-none overflow-hidden bg-black text-white"
    >
      <div ref={stageRef} className="flex h-full flex-col bg-black">
        <header className="flex items-center gap-2 px-3 py-2">
          <p className="min-w-0 grow truncate font-semibold">
            {title}
            <span aria-live="polite" className="ml-3 font-normal text-sm text-white/75">
              {place}
            </span>
          </p>
          {items[index]?.kind === "picture" && (
            <Tool label={t("zoom")} isPressed={isZoomed} onClick={toggleZoom}>
              {isZoomed ? <ZoomOut aria-hidden /> : <ZoomIn aria-hidden />}
            </Tool>
          )}
          <Tool label={t("close")} onClick={() => dialogRef.current?.close()}>
            <X aria-hidden />
          </Tool>
        </header>
        <div className="relative min-h-0 grow">
          <ul
            ref={slides.row}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            aria-label={t("slides")}
            className={`scrollbar-none absolute inset-0 flex snap-x snap-mandatory ${isZoomed ? "overflow-hidden" : "overflow-x-auto"}`}
          >
            {items.map((item, at) => (
              <li key={item.id} inert={at !== index} className="relative w-full shrink-0 snap-center snap-always">
                {item.kind === "picture" ? (
                  <ZoomPicture
                    picture={item.picture}
                    isZoomed={zoomedAt === at}
                    onToggle={toggleZoom}
                    label={t(zoomedAt === at ? "zoomOutOf" : "zoomInto", { alt: item.alt })}
                  />
                ) : (
                  <VideoSlide video={item.video} isCurrent={at === index} />
                )}
              </li>
            ))}
          </ul>
          {items.length > 1 && !isZoomed && <Arrows onMove={slides.move} />}
        </div>
        <p className="px-4 py-2.5 text-center text-sm text-white/75">{items[index]?.alt}</p>
      </div>
    </dialog>
  );
}
