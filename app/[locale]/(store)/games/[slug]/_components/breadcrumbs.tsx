import { useTranslations } from "next-intl";
import { Link } from "@/app/_i18n/navigation";
import type { Crumb } from "@/app/_seo/common-facts";
import type { GameDetail } from "@/lib/shared/game-detail";
import { toGamePath, toTermPath } from "@/lib/shared/site-paths";
import type { TermNamer } from "./facts/term-namer";

/** The way to a game: the catalogue, its first genre, and the game that it belongs to. */
export function toCrumbs(game: GameDetail, all: string, termName: TermNamer): Crumb[] {
  const [genre] = game.genres;
  return [
    { name: all, path: "/games" },
    ...(genre ? [{ name: termName("genre", genre), path: toTermPath("genre", genre.slug) }] : []),
    ...(game.baseGame ? [{ name: game.baseGame.title, path: toGamePath(game.baseGame.slug) }] : []),
  ];
}

export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const t = useTranslations("game");
  return (
    <nav aria-label={t("breadcrumb")}>
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
        {crumbs.map(({ name, path }, place) => (
          <li key={path} className={place > 0 ? "before:mr-2 before:content-['/']" : ""}>
            <Link href={path} className="inline-block rounded-sm py-1 hover:text-foreground">
              {name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
