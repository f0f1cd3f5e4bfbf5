import { SearchX } from "lucide-react";
import Link from "next/link";
import { GameCard } from "@/app/_components/game-card";
import { Pagination } from "@/app/_components/pagination";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { countGames, listGames, listShelf } from "@/lib/server/catalogue/queries";
import { AppError } from "@/lib/server/errors";
import type { GameQuery } from "@/lib/shared/catalogue";
import { PAGE_SIZE, toCatalogueHref } from "../catalogue-address";

const gridClass = "grid grid-cols-2 gap-4 sm:grid-cols-3 xl:grid-cols-5 min-[1600px]:grid-cols-6";
const cardSizes = "(min-width: 1280px) 210px, (min-width: 1024px) 24vw, (min-width: 640px) 30vw, 46vw";

async function loadPage(query: GameQuery) {
  try {
    const [page, count] = await Promise.all([listGames(query), countGames(query)]);
    return { page, count };
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid_input") return null;
    throw error;
  }
}

/** Said where the address names what the store does not have. */
export function UnknownFilters() {
  return (
    <EmptyState
      icon={<SearchX />}
      title="This address does not lead anywhere"
      text="It names a genre, an order or a page that the store does not have. The whole catalogue is one step away."
      action={
        <Button asChild>
          <Link href="/games">See all games</Link>
        </Button>
      }
    />
  );
}

async function NoResults({ query }: { query: GameQuery }) {
  const popular = await listShelf("popular", 6);
  return (
    <div className="grid gap-10">
      <EmptyState
        icon={<SearchX />}
        title={query.q ? `Nothing found for “${query.q}”` : "No game fits all of these filters"}
        text="Try another word, or drop a filter. Titles, publishers and genres are searched."
        action={
          <Button asChild>
            <Link href="/games">See all games</Link>
          </Button>
        }
      />
      {popular.length > 0 && (
        <section aria-label="Popular now" className="grid gap-5">
          <h2 className="font-bold text-xl">Popular now</h2>
          <ul className={gridClass}>
            {popular.map((game) => (
              <li key={game.id}>
                <GameCard game={game} sizes={cardSizes} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** One page of games for the filters. */
export async function Results({ query }: { query: GameQuery }) {
  const found = await loadPage(query);
  if (!found) return <UnknownFilters />;
  const { page, count } = found;
  if (page.items.length === 0) return <NoResults query={query} />;
  return (
    <section aria-label="Results" className="grid gap-8">
      <p role="status" className="-mb-4 -mt-1 text-muted text-sm">
        {count.toLocaleString("en-US")} {count === 1 ? "game" : "games"}
      </p>
      <ul className={gridClass}>
        {page.items.map((game, index) => (
          <li key={game.id}>
            <GameCard game={game} headingLevel={2} sizes={cardSizes} isEager={index < 6 && !query.cursor} />
          </li>
        ))}
      </ul>
      <Pagination
        label="games"
        firstHref={query.cursor ? toCatalogueHref(query) : undefined}
        nextHref={page.nextCursor ? toCatalogueHref(query, { cursor: page.nextCursor }) : undefined}
      />
    </section>
  );
}

/** Holds the results' place while they are on their way. */
export function ResultsSkeleton() {
  const places = Array.from({ length: PAGE_SIZE }, (_, place) => place);
  return (
    <div className="grid gap-4">
      <p role="status" className="-mt-1 text-muted text-sm">
        Looking for games…
      </p>
      <div className={gridClass}>
        {places.map((place) => (
          <div key={place} className="overflow-hidden rounded-card border border-line bg-surface">
            <Skeleton className="aspect-[3/4] rounded-none" />
            <div className="grid gap-2 p-3.5">
              <Skeleton className="h-4 w-4/5" />
              <Skeleton className="h-3 w-1/2" />
              <Skeleton className="mt-2 h-4 w-1/3" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
