import { Clock } from "lucide-react";
import Link from "next/link";
import { CoverArt } from "@/app/_components/cover-art";
import { Price } from "@/app/_components/price";
import type { GameCard, Picture } from "@/lib/shared/catalogue";
import { formatTimeLeft } from "@/lib/shared/day-text";

type DealCardProps = { game: GameCard & { hero: Picture | null }; now: Date };

/** A game on sale with the end of its offer. */
export function DealCard({ game, now }: DealCardProps) {
  const endsAt = game.price?.promotionEndsAt;
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-card border border-line bg-surface transition duration-200 hover:-translate-y-1 hover:border-muted hover:shadow-lift">
      <div className="@container relative aspect-video overflow-hidden bg-raised">
        <CoverArt
          picture={game.hero ?? game.cover}
          title={game.title}
          sizes="(min-width: 1024px) 24vw, (min-width: 640px) 45vw, 80vw"
          isDecorative
          className="transition-transform duration-500 group-hover:scale-[1.04]"
        />
      </div>
      <div className="flex grow flex-col gap-3 p-4">
        <h3 className="line-clamp-1 font-semibold">
          <Link
            href={`/games/${game.slug}`}
            className="outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
          >
            {game.title}
          </Link>
        </h3>
        <div className="mt-auto flex flex-wrap items-center justify-between gap-2">
          <Price price={game.price} />
          {endsAt && (
            <p className="flex items-center gap-1.5 text-muted text-xs">
              <Clock aria-hidden className="size-3.5" />
              <time dateTime={endsAt}>{formatTimeLeft(new Date(endsAt), now)} left</time>
            </p>
          )}
        </div>
      </div>
    </article>
  );
}
