import Link from "next/link";
import { AddToCartButton } from "@/app/_components/add-to-cart-button";
import { CoverArt } from "@/app/_components/cover-art";
import { Price } from "@/app/_components/price";
import { Badge } from "@/app/_components/ui/badge";
import type { GameCard } from "@/lib/shared/catalogue";

const kindNames = { base: "Game", edition: "Edition", dlc: "DLC" } as const;

type ExtrasProps = { games: GameCard[]; ownedIds: Set<string> };

/** Editions, DLC or the base game, each ready to buy. */
export function Extras({ games, ownedIds }: ExtrasProps) {
  return (
    <ul className="grid gap-3">
      {games.map((game) => (
        <li
          key={game.id}
          className="relative flex flex-wrap items-center gap-x-5 gap-y-3 rounded-card border border-line bg-surface p-3 sm:flex-nowrap"
        >
          <div className="@container relative aspect-[3/4] w-16 shrink-0 overflow-hidden rounded-lg bg-raised">
            <CoverArt picture={game.cover} title={game.title} sizes="64px" isDecorative />
          </div>
          <div className="grid min-w-0 flex-1 gap-1">
            <h3 className="flex flex-wrap items-center gap-2 font-semibold">
              <Link href={`/games/${game.slug}`} className="rounded-sm hover:underline">
                {game.title}
              </Link>
              <Badge>{kindNames[game.kind]}</Badge>
            </h3>
            <p className="line-clamp-2 text-muted text-sm">{game.shortDescription}</p>
          </div>
          <div className="flex items-center gap-4 max-sm:w-full max-sm:justify-between">
            {game.isReleased && <Price price={game.price} size="sm" />}
            <AddToCartButton game={game} isOwned={ownedIds.has(game.id)} size="sm" />
          </div>
        </li>
      ))}
    </ul>
  );
}
