import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { FilterLinks } from "@/app/_components/filter-links";
import { toHref } from "@/app/_components/page-address";
import { Pagination } from "@/app/_components/pagination";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Link } from "@/app/_i18n/navigation";
import type { FlaggedGame } from "@/lib/shared/ledger";
import type { Page } from "@/lib/shared/page";
import type { GameSales, GameSalesQuery } from "@/lib/shared/sales";
import { ComingGames } from "./coming-games";
import { GameSalesCards } from "./game-sales-cards";
import { GameSalesTable } from "./game-sales-table";
import { SalesFilter } from "./sales-filter";

type StateLinksProps = { path: string; query: GameSalesQuery };

/** Games that are out have sales to go by; those to come have a launch forecast. */
function StateLinks({ path, query: { q, state } }: StateLinksProps) {
  const t = useTranslations("sales");
  const choices = [
    { href: toHref(path, { q }), text: t("list.all"), isCurrent: state === undefined },
    { href: toHref(path, { q, state: "out" }), text: t("list.out"), isCurrent: state === "out" },
    {
      href: toHref(path, { q, state: "coming", sort: "forecast" }),
      text: t("list.coming"),
      isCurrent: state === "coming",
    },
  ];
  return <FilterLinks label={t("list.byRelease")} choices={choices} />;
}

function NoGames({ path, query: { q, state } }: StateLinksProps) {
  const t = useTranslations("sales");
  return (
    <EmptyState
      icon={<SearchX />}
      title={q ? t("none.match", { q }) : t(state === "coming" ? "none.coming" : "none.yet")}
      text={t(q ? "none.matchHint" : "none.yetHint")}
      action={
        (q || state) && (
          <Button asChild variant="secondary">
            <Link href={path}>{t("none.showAll")}</Link>
          </Button>
        )
      }
    />
  );
}

type GameSalesListProps = {
  page: Page<GameSales>;
  query: GameSalesQuery;
  /** Games whose forecasts ask for retraining. */
  flagged: readonly FlaggedGame[];
  path: string;
  gamesPath: string;
};

function Games({ page: { items }, query, flagged, path, gamesPath }: GameSalesListProps) {
  if (items.length === 0) return <NoGames path={path} query={query} />;
  if (query.state === "coming") return <ComingGames games={items} gamesPath={gamesPath} />;
  const flags = new Map(flagged.map((game) => [game.slug, game]));
  return (
    <>
      <GameSalesTable games={items} flags={flags} query={query} path={path} gamesPath={gamesPath} />
      <GameSalesCards games={items} flags={flags} gamesPath={gamesPath} />
    </>
  );
}

/** Games with their sales and forecasts: search, order and pages are all in the address. */
export function GameSalesList({ page, query, flagged, path, gamesPath }: GameSalesListProps) {
  const t = useTranslations("sales");
  const { q, sort, order, state } = query;
  const here = { q, sort: sort === "units" ? undefined : sort, order, state };
  return (
    <div className="grid gap-5">
      <ClientMessages namespaces={["sales"]}>
        <SalesFilter path={path} query={query} />
      </ClientMessages>
      <StateLinks path={path} query={query} />
      <Games page={page} query={query} flagged={flagged} path={path} gamesPath={gamesPath} />
      <Pagination
        label={t("list.pages")}
        firstHref={query.cursor ? toHref(path, here) : undefined}
        nextHref={page.nextCursor ? toHref(path, { ...here, cursor: page.nextCursor }) : undefined}
      />
    </div>
  );
}
