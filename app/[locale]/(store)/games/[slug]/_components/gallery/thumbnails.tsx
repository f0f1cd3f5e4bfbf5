import { clsx } from "clsx";
import { Play } from "lucide-react";
import Image from "next/image";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { GalleryItem } from "./items";

type ThumbnailsProps = { items: GalleryItem[]; index: number; onChoose: (index: number) => void };

function stillOf(item: GalleryItem): string | null {
  return item.kind === "picture" ? item.picture.url : item.video.posterUrl;
}

/** Small pictures of all slides; the row follows the one in sight. */
export function Thumbnails({ items, index, onChoose }: ThumbnailsProps) {
  const t = useTranslations("gameLive.gallery");
  const row = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const list = row.current;
    const current = list?.children[index];
    if (!list || !(current instanceof HTMLElement)) return;
    const middle = current.offsetLeft - (list.clientWidth - current.clientWidth) / 2;
    list.scrollTo({ left: middle });
  }, [index]);
  return (
    <ul ref={row} className="scrollbar-none relative -m-1 flex gap-2.5 overflow-x-auto p-1 motion-safe:scroll-smooth">
      {items.map((item, at) => {
        const still = stillOf(item);
        return (
          <li key={item.id} className="shrink-0">
            <button
              type="button"
              onClick={() => onChoose(at)}
              aria-label={t(item.kind === "video" ? "toVideo" : "toPicture", { place: at + 1, alt: item.alt })}
              aria-current={at === index ? "true" : undefined}
              className={clsx(
                "relative block aspect-video w-24 overflow-hidden rounded-lg bg-raised transition sm:w-32",
                at === index
                  ? "ring-2 ring-primary ring-offset-2 ring-offset-background"
                  : "opacity-70 hover:opacity-100",
              )}
            >
              {still && (
                <Image
                  src={still}
                  alt=""
                  fill
                  sizes="130px"
                  loading="eager"
                  fetchPriority="low"
                  className="object-cover"
                />
              )}
              {item.kind === "video" && (
                <span className="absolute inset-0 grid place-items-center">
                  <span className="grid size-8 place-items-center rounded-full bg-black/65 text-white">
                    <Play aria-hidden className="size-4 fill-current" />
                  </span>
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
