"use client";

import { clsx } from "clsx";
import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import { useGenreName } from "@/app/_i18n/use-term-name";
import { toGamePath } from "@/lib/shared/site-paths";
import { CoverArt } from "./cover-art";
import { Price } from "./price";
import type { ShownGame } from "./shown-game";
import { Badge } from "./ui/badge";
import { WishlistHeart } from "./wishlist-button";

type GameCardProps = {
  game: ShownGame;
  /** Level of the title's heading, by where the card stands. */
  headingLevel?: 2 | 3;
  /** What it stands in, which says how wide it is. */
  place?: keyof typeof sizes;
  isEager?: boolean;
  isFirst?: boolean;
};

const sizes = {
  grid: "(min-width: 1700px) 230px, (min-width: 1280px) 20vw, (min-width: 1024px) 22vw, (min-width: 640px) 30vw, 46vw",
  row: "(min-width: 2000px) 210px, (min-width: 1536px) 14vw, (min-width: 1024px) 16vw, (min-width: 640px) 28vw, 42vw",
} as const;

/** What a card is in a list: a row with a small picture, by the variant `as-row`. */
const row = {
  card: "as-row:flex-row as-row:gap-4 as-row:sm:gap-5",
  cover: "as-row:w-20 as-row:sm:w-24",
  title: "as-row:sm:text-lg",
  text: "as-row:py-1 as-row:sm:grid as-row:sm:grid-cols-[minmax(0,1fr)_auto] as-row:sm:content-center as-row:sm:gap-x-8",
  about: "hidden as-row:line-clamp-2",
  heart: "right-2 as-row:right-auto as-row:left-2",
  price: "as-row:sm:col-start-2 as-row:sm:row-span-3 as-row:sm:row-start-1 as-row:sm:self-center",
} as const;

function Facts({ game }: { game: ShownGame }) {
  const t = useTranslations("common");
  const nameOf = useGenreName();
  const { amount } = useFormats();
  const average = game.stars;
  return (
    <p className="flex min-w-0 items-center gap-2 text-muted text-xs">
      {game.kind !== "base" && <Badge className="shrink-0">{t(game.kind)}</Badge>}
      <span className="truncate">{game.genres.map(nameOf).join(" · ")}</span>
      {average !== null && (
        <span className="ml-auto inline-flex shrink-0 as-row:ml-1 items-center gap-1 tabular-nums">
          <Star aria-hidden className="size-3 fill-current" />
          <span className="sr-only">{t("rated", { stars: average })}</span>
          <span aria-hidden>{amount(average)}</span>
        </span>
      )}
    </p>
  );
}

function PriceOrDay({ game }: { game: ShownGame }) {
  const t = useTranslations("common");
  const { day } = useFormats();
  if (game.isReleased) return <Price price={game.price} size="sm" />;
  return (
    <p className="font-medium text-muted text-sm">
      {game.releaseDate ? t("outOn", { day: day(game.releaseDate) }) : t("toBeAnnounced")}
    </p>
  );
}

/**
 * A game in a grid, row or list: one link over the whole card. A part of the browser even in what the server renders:
 * the page then carries each game's facts once, and not the card's markup a second time. It stands below messages of the
 * namespace `taxonomy`, which names the genres.
 */
export function GameCard({ game, headingLevel = 3, place = "grid", isEager, isFirst }: GameCardProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <article className={clsx("group/card relative flex h-full flex-col gap-3", row.card)}>
      <div
        className={clsx(
          "picture-edge relative aspect-[3/4] shrink-0 overflow-hidden rounded-card bg-raised shadow-cover",
          "transition-[translate,box-shadow] duration-300 group-hover/card:-translate-y-1 group-hover/card:shadow-lift",
          "group-active/card:translate-y-0",
          row.cover,
        )}
      >
        <CoverArt
          picture={game.cover}
          title={game.title}
          sizes={sizes[place]}
          isEager={isEager}
          isFirst={isFirst}
          isDecorative
          className="transition-transform duration-500 group-hover/card:scale-[1.03]"
        />
      </div>
      <div className={clsx("flex min-w-0 grow flex-col gap-1", row.text)}>
        <Heading
          className={clsx(
            "line-clamp-2 font-semibold text-[0.95rem] leading-snug transition-colors group-hover/card:text-primary",
            row.title,
          )}
        >
          <Link
            href={toGamePath(game.slug)}
            className="outline-none after:absolute after:-inset-1 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {game.title}
          </Link>
        </Heading>
        <Facts game={game} />
        {game.shortDescription && <p className={clsx("text-muted text-sm", row.about)}>{game.shortDescription}</p>}
        <div className={clsx("mt-auto pt-1", row.price)}>
          <PriceOrDay game={game} />
        </div>
      </div>
      <WishlistHeart game={{ id: game.id, title: game.title }} className={clsx("absolute top-2 z-10", row.heart)} />
    </article>
  );
}
