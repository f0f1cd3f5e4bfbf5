import { SearchX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { GameCard } from "@/app/_components/game-card";
import { toListedGame } from "@/app/_components/shown-game";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Link } from "@/app/_i18n/navigation";
import { listGames, listShelf, listSuggestions } from "@/lib/server/catalogue/queries";
import { findPageCurrency } from "@/lib/server/currency/queries";
import type { GameQuery } from "@/lib/shared/catalogue-query";
import { toGamePath } from "@/lib/shared/site-paths";
import { ChosenFilters } from "./chosen-filters";
import type { ChosenFilter } from "./facet-groups";
import { gridClass } from "./grid";
import { CATALOGUE, type Place, readQuery, toPlaceHref } from "./place";

const POPULAR = 6;
const MEANT = 4;

/** Whether the text alone finds something: then it is the filters that leave nothing. */
async function isFoundAlone(q: string): Promise<boolean> {
  const query = readQuery(CATALOGUE, { q });
  return query !== null && (await listGames({ ...query, limit: 1 })).items.length > 0;
}

async function Meant({ q }: { q: string }) {
  const t = await getTranslations("catalogue.empty");
  const { games } = await listSuggestions(q);
  if (games.length === 0) return null;
  return (
    <p className="text-sm">
      <span className="text-muted">{t("didYouMean")} </span>
      {games.slice(0, MEANT).map(({ slug, title }, index) => (
        <span key={slug}>
          {index > 0 && " · "}
          <Link href={toGamePath(slug)} className="font-medium text-primary underline hover:text-primary-strong">
            {title}
          </Link>
        </span>
      ))}
    </p>
  );
}

type NoResultsProps = { place: Place; query: GameQuery; chosen: readonly ChosenFilter[] };

/** Ways on where a query leaves no game: fewer filters, other words, and what everybody plays. */
export async function NoResults({ place, query, chosen }: NoResultsProps) {
  const { q } = query;
  const isNarrowed = chosen.some(({ id }) => id !== "q") || place !== CATALOGUE;
  const currency = await findPageCurrency();
  const [t, popular, canSearchAll] = await Promise.all([
    getTranslations("catalogue"),
    listShelf("popular", POPULAR, { currency }),
    q !== undefined && isNarrowed && isFoundAlone(q),
  ]);
  return (
    <div className="grid gap-12">
      <EmptyState
        icon={<SearchX />}
        title={q ? t("empty.titleFor", { q }) : t("empty.title")}
        text={t("empty.text")}
        action={
          <div className="grid justify-items-center gap-5">
            {q && !canSearchAll && <Meant q={q} />}
            {chosen.length > 1 && <ChosenFilters chosen={chosen} clearHref={place.path} label={t("empty.drop")} />}
            <Button asChild>
              {q && canSearchAll ? (
                <Link href={toPlaceHref(CATALOGUE, { q })}>{t("empty.searchAll", { q })}</Link>
              ) : (
                <Link href="/games">{t("empty.action")}</Link>
              )}
            </Button>
          </div>
        }
      />
      {popular.length > 0 && (
        <section aria-label={t("empty.popular")} className="grid gap-5">
          <h2 className="font-bold text-section">{t("empty.popular")}</h2>
          <ul className={gridClass}>
            {popular.map((game) => (
              <li key={game.id}>
                <GameCard game={toListedGame(game)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
