import { Clock } from "lucide-react";
import { Countdown } from "@/app/_components/countdown";
import { CoverArt } from "@/app/_components/cover-art";
import { Price } from "@/app/_components/price";
import { Link } from "@/app/_i18n/navigation";
import type { ShowcaseGame } from "@/lib/server/home/shop-window";
import { toGamePath } from "@/lib/shared/site-paths";

type DealCardProps = { game: ShowcaseGame; now: Date };

/** A game on sale with the end of its offer. */
export function DealCard({ game, now }: DealCardProps) {
  const endsAt = game.price?.promotionEndsAt;
  return (
    <article className="group/card relative flex h-full flex-col overflow-hidden rounded-card border border-line bg-surface transition-[translate,border-color,box-shadow] duration-300 hover:-translate-y-1 hover:border-edge hover:shadow-lift">
      <div className="relative aspect-video overflow-hidden bg-raised">
        <CoverArt
          picture={game.hero ?? game.cover}
          title={game.title}
          sizes="(min-width: 1900px) 440px, (min-width: 1024px) 23vw, (min-width: 640px) 45vw, 80vw"
          isDecorative
          className="transition-transform duration-500 group-hover/card:scale-[1.03]"
        />
      </div>
      <div className="flex grow flex-col gap-3 p-4">
        <h3 className="line-clamp-1 font-semibold">
          <Link
            href={toGamePath(game.slug)}
            className="outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
          >
            {game.title}
          </Link>
        </h3>
        <div className="mt-auto flex flex-wrap items-center justify-between gap-2">
          <Price price={game.price} />
          {endsAt && (
            <p className="inline-flex items-center gap-1.5 text-muted text-xs">
              <Clock aria-hidden className="size-3.5" />
              <Countdown until={endsAt} now={now.getTime()} of="offer" />
            </p>
          )}
        </div>
      </div>
    </article>
  );
}
