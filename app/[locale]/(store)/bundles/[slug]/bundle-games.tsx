import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { CoverArt } from "@/app/_components/cover-art";
import { Price } from "@/app/_components/price";
import { Badge } from "@/app/_components/ui/badge";
import { Link } from "@/app/_i18n/navigation";
import type { CartLine } from "@/lib/shared/cart";
import type { GameCard } from "@/lib/shared/catalogue";
import { toGamePath } from "@/lib/shared/site-paths";

type BundleGamesProps = {
  lines: readonly CartLine[];
  /** What there is to read of each of them. */
  cards: readonly GameCard[];
};

function Row({ line, card }: { line: CartLine; card: GameCard | undefined }) {
  const t = useTranslations("bundles");
  return (
    <li className="group/game relative flex gap-4 rounded-card border border-line bg-surface p-3 transition-colors hover:border-edge sm:gap-6 sm:p-4">
      <div className="picture-edge relative aspect-[3/4] w-20 shrink-0 self-start overflow-hidden rounded-lg bg-raised sm:w-24">
        <CoverArt picture={line.cover} title={line.title} sizes="96px" isDecorative />
      </div>
      <div className="flex min-w-0 grow flex-wrap content-center items-center justify-between gap-x-8 gap-y-3 sm:flex-nowrap">
        <div className="grid min-w-0 gap-1">
          <h3 className="font-semibold text-lg">
            <Link
              href={toGamePath(line.slug)}
              className="rounded-sm after:absolute after:inset-0 group-hover/game:text-primary"
            >
              {line.title}
            </Link>
          </h3>
          {card && <p className="line-clamp-2 max-w-prose text-muted text-sm">{card.shortDescription}</p>}
        </div>
        {line.unavailable === "owned" ? (
          <Badge tone="success">
            <Check aria-hidden className="size-3.5" />
            {t("owned")}
          </Badge>
        ) : (
          <Price price={line.price} className="shrink-0" />
        )}
      </div>
    </li>
  );
}

/** The games of a bundle, each at what it costs in it. */
export function BundleGames({ lines, cards }: BundleGamesProps) {
  const byId = new Map(cards.map((card) => [card.id, card]));
  return (
    <ul className="grid gap-3">
      {lines.map((line) => (
        <Row key={line.gameId} line={line} card={byId.get(line.gameId)} />
      ))}
    </ul>
  );
}
