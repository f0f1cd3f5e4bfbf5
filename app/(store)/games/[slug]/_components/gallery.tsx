"use client";

import { clsx } from "clsx";
import { ChevronLeft, ChevronRight, Expand } from "lucide-react";
import Image from "next/image";
import { type KeyboardEvent, useState } from "react";
import { CoverArt } from "@/app/_components/cover-art";
import { Dialog } from "@/app/_components/ui/dialog";
import type { Picture } from "@/lib/shared/catalogue";

const arrowClass =
  "absolute top-1/2 grid size-11 -translate-y-1/2 place-items-center rounded-full border border-white/25 bg-black/60 " +
  "text-white transition-colors hover:bg-black/85 [&_svg]:size-6";

type ArrowsProps = { onMove: (step: 1 | -1) => void };

function Arrows({ onMove }: ArrowsProps) {
  return (
    <>
      <button
        type="button"
        aria-label="Previous picture"
        onClick={() => onMove(-1)}
        className={clsx(arrowClass, "left-3")}
      >
        <ChevronLeft aria-hidden />
      </button>
      <button type="button" aria-label="Next picture" onClick={() => onMove(1)} className={clsx(arrowClass, "right-3")}>
        <ChevronRight aria-hidden />
      </button>
    </>
  );
}

type GalleryProps = { pictures: Picture[]; title: string };

/** Pictures of a game: one large, the others below it, and each as large as the window. Arrow keys turn the pages. */
export function Gallery({ pictures, title }: GalleryProps) {
  const [index, setIndex] = useState(0);
  const [isLarge, setLarge] = useState(false);
  const current = pictures[index];
  const move = (step: 1 | -1) => setIndex((index + step + pictures.length) % pictures.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") move(-1);
    if (event.key === "ArrowRight") move(1);
  };
  if (!current) {
    return (
      <div className="@container relative aspect-video overflow-hidden rounded-2xl bg-raised">
        <CoverArt picture={null} title={title} sizes="100vw" />
      </div>
    );
  }
  const place = `${index + 1} of ${pictures.length}`;
  return (
    <section aria-label="Pictures" onKeyDown={onKeyDown} className="grid min-w-0 gap-3">
      <div className="group relative aspect-video overflow-hidden rounded-2xl bg-raised">
        <button
          type="button"
          onClick={() => setLarge(true)}
          aria-label={`Picture ${place}, ${current.alt}. See it larger`}
          aria-haspopup="dialog"
          className="absolute inset-0 cursor-zoom-in -outline-offset-2"
        >
          <Image
            key={current.url}
            src={current.url}
            alt=""
            fill
            sizes="(min-width: 1600px) 1130px, (min-width: 1024px) 70vw, 100vw"
            loading="eager"
            fetchPriority={index === 0 ? "high" : "auto"}
            className="object-cover"
          />
          <span className="absolute right-3 bottom-3 grid size-10 place-items-center rounded-full bg-black/60 text-white">
            <Expand aria-hidden className="size-5" />
          </span>
        </button>
        {pictures.length > 1 && <Arrows onMove={move} />}
      </div>
      {pictures.length > 1 && (
        <ul className="scrollbar-none -m-1 flex gap-3 overflow-x-auto p-1">
          {pictures.map((picture, at) => (
            <li key={picture.url} className="shrink-0">
              <button
                type="button"
                onClick={() => setIndex(at)}
                aria-label={`Picture ${at + 1}: ${picture.alt}`}
                aria-current={at === index ? "true" : undefined}
                className={clsx(
                  "relative block aspect-video w-28 overflow-hidden rounded-lg border-2 bg-raised transition sm:w-36",
                  at === index ? "border-primary" : "border-transparent opacity-70 hover:opacity-100",
                )}
              >
                <Image src={picture.url} alt="" fill sizes="150px" loading="eager" className="object-cover" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Dialog open={isLarge} onOpenChange={setLarge} title={`${title}, picture ${place}`} shape="wide">
        <div className="relative aspect-video overflow-hidden rounded-lg bg-black">
          <Image
            src={current.url}
            alt={current.alt}
            fill
            sizes="(min-width: 1500px) 1440px, 100vw"
            className="object-contain"
          />
          {pictures.length > 1 && <Arrows onMove={move} />}
        </div>
      </Dialog>
    </section>
  );
}
