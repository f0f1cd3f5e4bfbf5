import Link from "next/link";
import type { GameCard as Game } from "@/lib/shared/catalogue";
import { formatDay } from "@/lib/shared/day-text";
import { CoverArt } from "./cover-art";
import { Price } from "./price";
import { Badge } from "./ui/badge";

type GameCardProps = {
  game: Game;
  /** Level of the title's heading, by where the card stands. */
  headingLevel?: 2 | 3;
  sizes?: string;
  isEager?: boolean;
};

const kindNames = { base: null, edition: "Edition", dlc: "DLC" } as const;

const gridSizes = "(min-width: 1536px) 17vw, (min-width: 1024px) 22vw, (min-width: 640px) 30vw, 46vw";

/** A game in a grid or row: one link over the whole card. */
export function GameCard({ game, headingLevel = 3, sizes = gridSizes, isEager }: GameCardProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  const kind = kindNames[game.kind];
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-card border border-line bg-surface transition duration-200 focus-within:border-muted hover:-translate-y-1 hover:border-muted hover:shadow-lift">
      <div className="@container relative aspect-[3/4] overflow-hidden bg-raised">
        <CoverArt
          picture={game.cover}
          title={game.title}
          sizes={sizes}
          isEager={isEager}
          isDecorative
          className="transition-transform duration-500 group-hover:scale-[1.04]"
        />
      </div>
      <div className="flex grow flex-col gap-1.5 p-3.5">
        <Heading className="line-clamp-2 font-semibold text-[0.95rem] leading-snug">
          <Link
            href={`/games/${game.slug}`}
            className="outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
          >
            {game.title}
          </Link>
        </Heading>
        <p className="flex min-w-0 items-center gap-2 text-muted text-xs">
          {kind && <Badge className="shrink-0">{kind}</Badge>}
          <span className="truncate">{game.genres.map((genre) => genre.name).join(" · ")}</span>
        </p>
        <div className="mt-auto pt-2">
          {game.isReleased ? (
            <Price price={game.price} size="sm" />
          ) : (
            <p className="font-medium text-muted text-sm">
              {game.releaseDate ? `Out ${formatDay(game.releaseDate)}` : "To be announced"}
            </p>
          )}
        </div>
      </div>
    </article>
  );
}
