"use client";

import { clsx } from "clsx";
import { ChevronLeft, ChevronRight, Pause, Play } from "lucide-react";
import type { KeyboardEvent } from "react";
import { CoverArt } from "@/app/_components/cover-art";
import type { GameCard, Picture } from "@/lib/shared/catalogue";
import { FeaturedSlide } from "./featured-slide";
import { useCarousel } from "./use-carousel";

type ShowcaseGame = GameCard & { hero: Picture | null };
type Carousel = ReturnType<typeof useCarousel>;

const controlClass =
  "grid size-10 place-items-center rounded-full border border-white/25 bg-black/55 text-white " +
  "transition-colors hover:bg-black/80 [&_svg]:size-5";

function Controls({ carousel }: { carousel: Carousel }) {
  return (
    <div className="absolute right-4 bottom-4 flex gap-2">
      {carousel.canPlay && (
        <button
          type="button"
          className={controlClass}
          onClick={carousel.toggle}
          aria-label={carousel.isPlaying ? "Stop moving the featured games" : "Move the featured games on"}
        >
          {carousel.isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
        </button>
      )}
      <button type="button" className={controlClass} onClick={carousel.goBack} aria-label="Previous featured game">
        <ChevronLeft aria-hidden />
      </button>
      <button type="button" className={controlClass} onClick={carousel.goNext} aria-label="Next featured game">
        <ChevronRight aria-hidden />
      </button>
    </div>
  );
}

function Picker({ games, carousel }: { games: ShowcaseGame[]; carousel: Carousel }) {
  return (
    <div className="grid auto-rows-fr gap-2 max-lg:hidden">
      {games.map((game, index) => {
        const isCurrent = index === carousel.current;
        return (
          <button
            key={game.id}
            type="button"
            onClick={() => carousel.goTo(index)}
            aria-current={isCurrent ? "true" : undefined}
            className={clsx(
              "flex min-h-0 items-center gap-3.5 overflow-hidden rounded-xl border p-2.5 text-left transition-colors",
              isCurrent ? "border-line bg-raised" : "border-transparent hover:bg-surface",
            )}
          >
            <span className="relative aspect-video h-full max-h-16 min-h-11 shrink-0 overflow-hidden rounded-lg bg-raised">
              <CoverArt picture={game.hero ?? game.cover} title="" sizes="120px" isDecorative />
            </span>
            <span className="grid min-w-0 gap-0.5">
              <span className="line-clamp-2 font-semibold text-sm leading-snug">{game.title}</span>
              <span className="truncate text-muted text-xs">{game.genres.map((genre) => genre.name).join(" · ")}</span>
            </span>
          </button>
        );
      })}
    </div>
  );
}

/** The shop window: large pictures, one at a time, by pointer, touch or the arrow keys. */
export function FeaturedCarousel({ games }: { games: ShowcaseGame[] }) {
  const carousel = useCarousel();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") carousel.goBack();
    if (event.key === "ArrowRight") carousel.goNext();
  };
  return (
    <section
      aria-roledescription="carousel"
      aria-label="Featured games"
      onKeyDown={onKeyDown}
      onMouseEnter={() => carousel.watch(true)}
      onMouseLeave={() => carousel.watch(false)}
      onFocus={() => carousel.watch(true)}
      onBlur={() => carousel.watch(false)}
      className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_17rem] xl:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div className="relative">
        <div ref={carousel.viewportRef} className="h-full overflow-hidden rounded-2xl bg-surface">
          <div className="flex h-full touch-pan-y" aria-live={carousel.isMoving ? "off" : "polite"}>
            {games.map((game, index) => (
              <FeaturedSlide
                key={game.id}
                game={game}
                place={`${index + 1} of ${games.length}`}
                isCurrent={index === carousel.current}
                isFirst={index === 0}
              />
            ))}
          </div>
        </div>
        {games.length > 1 && <Controls carousel={carousel} />}
      </div>
      <Picker games={games} carousel={carousel} />
    </section>
  );
}
