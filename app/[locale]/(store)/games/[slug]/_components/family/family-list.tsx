import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { AddToCartButton } from "@/app/_components/add-to-cart-button";
import { CoverArt } from "@/app/_components/cover-art";
import { Price } from "@/app/_components/price";
import { Badge } from "@/app/_components/ui/badge";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import type { GameCard } from "@/lib/shared/catalogue";
import { toGamePath } from "@/lib/shared/site-paths";

type FamilyListProps = {
  games: GameCard[];
  ownedIds: ReadonlySet<string>;
  /** The game that a DLC must be bought with; null where the shopper has it. */
  base: GameCard | null;
};

function Member({ game, ownedIds, base }: { game: GameCard } & Omit<FamilyListProps, "games">) {
  const t = useTranslations("game.family");
  const { day } = useFormats();
  const isOwned = ownedIds.has(game.id);
  return (
    <li className="relative flex flex-wrap items-center gap-x-5 gap-y-3 rounded-card border border-line bg-surface p-3 sm:flex-nowrap">
      <div className="picture-edge relative aspect-[3/4] w-16 shrink-0 overflow-hidden rounded-lg bg-raised">
        <CoverArt picture={game.cover} title={game.title} sizes="64px" isDecorative />
      </div>
      <div className="grid min-w-0 flex-1 gap-1">
        <h3 className="flex flex-wrap items-center gap-2 font-semibold">
          <Link href={toGamePath(game.slug)} className="rounded-sm hover:text-primary">
            {game.title}
          </Link>
          <Badge>{t(game.kind)}</Badge>
          {isOwned && (
            <Badge tone="success">
              <Check aria-hidden className="size-3.5" />
              {t("owned")}
            </Badge>
          )}
        </h3>
        <p className="line-clamp-2 text-muted text-sm">{game.shortDescription}</p>
      </div>
      <div className="flex items-center gap-4 max-sm:w-full max-sm:justify-between">
        {game.isReleased ? (
          !isOwned && <Price price={game.price} size="sm" />
        ) : (
          <p className="text-muted text-sm">
            {game.releaseDate ? t("outOn", { day: day(game.releaseDate) }) : t("noDate")}
          </p>
        )}
        <AddToCartButton game={game} isOwned={isOwned} base={game.kind === "dlc" ? base : null} size="sm" />
      </div>
    </li>
  );
}

/** The games that belong to a game, each ready to buy, and which of them one owns. */
export function FamilyList({ games, ...rest }: FamilyListProps) {
  return (
    <ul className="grid gap-3">
      {games.map((game) => (
        <Member key={game.id} game={game} {...rest} />
      ))}
    </ul>
  );
}
