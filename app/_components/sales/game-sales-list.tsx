import { SearchX } from "lucide-react";
import Link from "next/link";
import { toHref } from "@/app/_components/page-address";
import { Pagination } from "@/app/_components/pagination";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { Page } from "@/lib/shared/page";
import type { GameSales, GameSalesQuery } from "@/lib/shared/sales";
import { GameSalesCards } from "./game-sales-cards";
import { GameSalesTable } from "./game-sales-table";
import { SalesFilter } from "./sales-filter";

type GameSalesListProps = { page: Page<GameSales>; query: GameSalesQuery; path: string; gamesPath: string };

/** Games with their sales and forecasts: search, order and pages are all in the address. */
export function GameSalesList({ page, query, path, gamesPath }: GameSalesListProps) {
  const { q, sort, order } = query;
  const here = { q, sort: sort === "units" ? undefined : sort, order };
  return (
    <div className="grid gap-5">
      <SalesFilter path={path} query={query} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<SearchX />}
          title={q ? `No game matches “${q}”` : "No games yet"}
          text={q ? "Try a shorter part of the title, or the publisher's name." : "Published games appear here."}
          action={
            q && (
              <Button asChild variant="secondary">
                <Link href={path}>Show all games</Link>
              </Button>
            )
          }
        />
      ) : (
        <>
          <GameSalesTable games={page.items} query={query} path={path} gamesPath={gamesPath} />
          <GameSalesCards games={page.items} gamesPath={gamesPath} />
        </>
      )}
      <Pagination
        label="games"
        firstHref={query.cursor ? toHref(path, here) : undefined}
        nextHref={page.nextCursor ? toHref(path, { ...here, cursor: page.nextCursor }) : undefined}
      />
    </div>
  );
}
