"use client";

import { Expand } from "lucide-react";
import dynamic from "next/dynamic";
import Image from "next/image";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useHydrated } from "@/lib/client/use-hydrated";
import type { Picture } from "@/lib/shared/catalogue";
import { Arrows } from "./arrows";
import type { GalleryItem } from "./items";
import { Thumbnails } from "./thumbnails";
import { useSlides } from "./use-slides";
import { VideoSlide } from "./video-slide";

/** Loaded when it is opened first. */
const FullScreen = dynamic(() => import("./full-screen").then((module) => module.FullScreen));

const sizes = "(min-width: 1900px) 1330px, (min-width: 1024px) 68vw, 100vw";

function PictureSlide({ picture, isFirst }: { picture: Picture; isFirst: boolean }) {
  return (
    <Image
      src={picture.url}
      alt={picture.alt}
      fill
      sizes={sizes}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : "auto"}
      className="object-cover"
    />
  );
}

/** Pictures and videos of a game: swiped, or turned by arrow keys, small pictures and buttons; each as large as the screen. */
export function Gallery({ items, title }: { items: GalleryItem[]; title: string }) {
  const t = useTranslations("gameLive.gallery");
  const slides = useSlides(items.length);
  const [openAt, setOpenAt] = useState<number | null>(null);
  const isHydrated = useHydrated();
  const opener = useRef<HTMLButtonElement>(null);
  const { index } = slides;
  return (
    <section
      aria-label={t("label", { title })}
      aria-roledescription={t("role")}
      onKeyDown={slides.onKeyDown}
      className="grid min-w-0 content-start gap-3"
    >
      <div className="picture-edge relative aspect-video overflow-hidden rounded-stage bg-raised shadow-cover">
        <ul
          ref={slides.row}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={t("slides")}
          className="scrollbar-none absolute inset-0 flex snap-x snap-mandatory overflow-x-auto overscroll-x-contain rounded-stage -outline-offset-4"
        >
          {items.map((item, at) => (
            <li
              key={item.id}
              inert={isHydrated && at !== index}
              className="relative w-full shrink-0 snap-center snap-always"
            >
              {item.kind === "picture" ? (
                <PictureSlide picture={item.picture} isFirst={at === 0} />
              ) : (
                <VideoSlide video={item.video} isCurrent={at === index} />
              )}
            </li>
          ))}
        </ul>
        {items.length > 1 && <Arrows onMove={slides.move} />}
        <button
          ref={opener}
          type="button"
          aria-haspopup="dialog"
          aria-label={t("enlarge", { place: index + 1, count: items.length })}
          onClick={() => setOpenAt(index)}
          className="absolute top-3 right-3 z-10 grid size-11 place-items-center rounded-full border border-white/25 bg-black/60 text-white transition-colors hover:bg-black/85"
        >
          <Expand aria-hidden className="size-5" />
        </button>
        <p
          aria-live="polite"
          className="pointer-events-none absolute top-4.5 left-4 z-10 rounded-full bg-black/60 px-2.5 py-1 font-medium text-white text-xs tabular-nums"
        >
          <span className="sr-only">{t("place", { place: index + 1, count: items.length })}</span>
          <span aria-hidden>{`${index + 1} / ${items.length}`}</span>
        </p>
      </div>
      {items.length > 1 && <Thumbnails items={items} index={index} onChoose={slides.goTo} />}
      {openAt !== null && (
        <FullScreen
          items={items}
          title={title}
          start={openAt}
          onClose={(last) => {
            setOpenAt(null);
            slides.goTo(last);
            opener.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </section>
  );
}
