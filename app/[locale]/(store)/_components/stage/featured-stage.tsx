"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { CoverArt } from "@/app/_components/cover-art";
import { StageControls } from "./stage-controls";
import type { StageGame } from "./stage-game";
import { StagePicker } from "./stage-picker";
import { StageSlide } from "./stage-slide";
import { useStage } from "./use-stage";

/** The light that the game on the stage throws on the page. */
function Glow({ game }: { game: StageGame | undefined }) {
  if (!game) return null;
  return (
    <div
      aria-hidden
      className="-z-1 pointer-events-none absolute -inset-x-40 -top-32 -bottom-28 opacity-60 blur-3xl brightness-150 saturate-200 max-lg:hidden"
    >
      <div
        key={game.id}
        className="absolute inset-0 animate-glow [mask-image:radial-gradient(closest-side,black,transparent)]"
      >
        <CoverArt picture={game.picture} title={game.title} sizes="64px" isDecorative />
      </div>
    </div>
  );
}

/** The shop window: large pictures, one at a time, by pointer, touch or the arrow keys. */
export function FeaturedStage({ games }: { games: StageGame[] }) {
  const t = useTranslations("home.stage");
  const stage = useStage(games.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") stage.step(-1);
    if (event.key === "ArrowRight") stage.step(1);
  };
  return (
    <section
      aria-roledescription="carousel"
      aria-label={t("label")}
      onKeyDown={onKeyDown}
      onMouseEnter={() => stage.watch(true)}
      onMouseLeave={() => stage.watch(false)}
      onFocus={() => stage.watch(true)}
      onBlur={() => stage.watch(false)}
      className="relative isolate grid gap-4 lg:grid-cols-[minmax(0,1fr)_17rem] xl:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <Glow game={games[stage.place]} />
      <div
        {...stage.swipe}
        className="relative touch-pan-y overflow-hidden rounded-stage bg-raised shadow-lift max-sm:-mx-4 max-sm:rounded-none"
      >
        <div
          aria-live={stage.isMoving ? "off" : "polite"}
          className="grid h-[min(30rem,calc(100dvh-9rem))] sm:h-[26rem] lg:h-[clamp(27rem,38vw,46rem)]"
        >
          {games.map((game, place) => (
            <StageSlide
              key={game.id}
              game={game}
              place={place}
              count={games.length}
              isCurrent={place === stage.place}
              isNear={stage.near.has(place)}
            />
          ))}
        </div>
        {games.length > 1 && <StageControls stage={stage} count={games.length} />}
      </div>
      <StagePicker games={games} stage={stage} />
    </section>
  );
}
