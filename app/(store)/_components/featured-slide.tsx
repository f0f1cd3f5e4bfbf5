import Link from "next/link";
import { CoverArt } from "@/app/_components/cover-art";
import { Price } from "@/app/_components/price";
import { Button } from "@/app/_components/ui/button";
import type { GameCard, Picture } from "@/lib/shared/catalogue";
import { formatDay } from "@/lib/shared/day-text";

type FeaturedSlideProps = {
  game: GameCard & { hero: Picture | null };
  /** Such as `2 of 6`. */
  place: string;
  isCurrent: boolean;
  isFirst: boolean;
};

export function FeaturedSlide({ game, place, isCurrent, isFirst }: FeaturedSlideProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a slide is a group within the carousel, not a form's fieldset
    <div
      role="group"
      aria-roledescription="slide"
      aria-label={`${place}: ${game.title}`}
      inert={!isCurrent}
      className="@container relative min-w-0 flex-[0_0_100%]"
    >
      <div className="relative aspect-[4/5] sm:aspect-[16/9] lg:h-full lg:max-h-none lg:aspect-[16/8.5]">
        <CoverArt
          picture={game.hero ?? game.cover}
          title={game.title}
          sizes="(min-width: 1600px) 1200px, (min-width: 1024px) 75vw, 100vw"
          isEager={isFirst}
        />
        <div className="absolute inset-0 bg-linear-to-t from-black/90 via-black/35 to-transparent sm:bg-linear-to-r sm:from-black/85 sm:via-black/40" />
        <div className="absolute inset-x-0 bottom-0 grid max-w-2xl gap-3 p-5 pb-16 sm:p-8 sm:pb-16 lg:p-10 lg:pb-10">
          <p className="font-medium text-sm text-white/85">{game.genres.map((genre) => genre.name).join(" · ")}</p>
          <h2 className="font-bold text-3xl text-white sm:text-4xl lg:text-5xl">{game.title}</h2>
          <p className="line-clamp-3 max-w-xl text-pretty text-white/90 max-sm:text-sm">{game.shortDescription}</p>
          <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-3">
            <Button asChild size="lg" className="max-sm:h-11 max-sm:px-4 max-sm:text-sm">
              <Link href={`/games/${game.slug}`}>
                {game.isReleased ? "See the game" : "Find out more"}
                <span className="sr-only">: {game.title}</span>
              </Link>
            </Button>
            {game.isReleased ? (
              <Price price={game.price} className="text-white [&_s]:text-white/75" />
            ) : (
              <p className="font-medium text-white">
                {game.releaseDate ? `Out on ${formatDay(game.releaseDate)}` : "To be announced"}
              </p>
            )}
          </div>
        </div>
      </div>
    </div>
  );
}
