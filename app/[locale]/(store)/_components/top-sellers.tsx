import { useTranslations } from "next-intl";
import { CoverArt } from "@/app/_components/cover-art";
import { Price } from "@/app/_components/price";
import { Link } from "@/app/_i18n/navigation";
import { useGenreName } from "@/app/_i18n/use-term-name";
import type { GameCard } from "@/lib/shared/catalogue";
import { toGamePath } from "@/lib/shared/site-paths";

/** What sells most, by its rank: down the first column, then the second. */
export function TopSellers({ games }: { games: GameCard[] }) {
  const t = useTranslations("home");
  const nameOf = useGenreName();
  return (
    <ol
      style={{ gridTemplateRows: `repeat(${Math.ceil(games.length / 2)}, auto)` }}
      className="grid gap-x-8 gap-y-1 lg:grid-flow-col lg:grid-cols-2"
    >
      {games.map((game, index) => (
        <li key={game.id} className="min-w-0">
          <Link
            href={toGamePath(game.slug)}
            className="group/card flex items-center gap-4 rounded-card px-2 py-2.5 transition-colors hover:bg-surface sm:gap-5"
          >
            <span className="w-8 shrink-0 text-center font-bold font-display text-2xl text-muted tabular-nums transition-colors group-hover/card:text-primary sm:w-10 sm:text-3xl">
              <span className="sr-only">{t("rank", { rank: index + 1 })}</span>
              <span aria-hidden>{index + 1}</span>
            </span>
            <span className="picture-edge relative aspect-[3/4] w-12 shrink-0 overflow-hidden rounded-lg bg-raised sm:w-14">
              <CoverArt picture={game.cover} title={game.title} sizes="56px" isDecorative />
            </span>
            <span className="grid min-w-0 grow gap-0.5">
              <span className="truncate font-semibold">{game.title}</span>
              <span className="truncate text-muted text-xs">{game.genres.map(nameOf).join(" · ")}</span>
            </span>
            <Price price={game.price} size="sm" className="shrink-0 justify-end max-sm:[&_s]:hidden" />
          </Link>
        </li>
      ))}
    </ol>
  );
}
