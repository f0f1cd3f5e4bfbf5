import { Gamepad2 } from "lucide-react";
import Link from "next/link";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { listCategories, listDeals, listFeatured, listGenreTiles, listShelf } from "@/lib/server/catalogue/queries";
import { DealCard } from "./_components/deal-card";
import { FeaturedCarousel } from "./_components/featured-carousel";
import { GenreTiles } from "./_components/genre-tiles";
import { GameRow, ShelfSection } from "./_components/shelf";

/** Two rows of tiles and three lines of links; what an import brings beyond that is found in the catalogue. */
const MAX_GENRES = 14;
const MAX_CATEGORIES = 16;

async function loadWindow(now: Date) {
  const [featured, deals, genres, popular, fresh, comingSoon, categories] = await Promise.all([
    listFeatured(6, now),
    listDeals(4, now),
    listGenreTiles(),
    listShelf("popular", 12, now),
    listShelf("new", 6, now),
    listShelf("coming_soon", 6, now),
    listCategories(),
  ]);
  return {
    featured,
    deals,
    popular,
    fresh,
    comingSoon,
    genres: genres.slice(0, MAX_GENRES),
    categories: categories.slice(0, MAX_CATEGORIES),
  };
}

export default async function LandingPage() {
  const now = new Date();
  const { featured, deals, genres, popular, fresh, comingSoon, categories } = await loadWindow(now);
  return (
    <div className="container-page grid gap-14 pt-5 sm:pt-8">
      <h1 className="sr-only">Kratos, the store for digital games</h1>
      {featured.length > 0 && <FeaturedCarousel games={featured} />}
      {popular.length === 0 && (
        <EmptyState
          icon={<Gamepad2 />}
          title="The shelves are still empty"
          text="Games appear here as soon as a publisher puts one on sale."
        />
      )}
      {deals.length > 0 && (
        <ShelfSection title="Deals on now" href="/games?sort=discount" linkText="All deals">
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {deals.map((game) => (
              <li key={game.id}>
                <DealCard game={game} now={now} />
              </li>
            ))}
          </ul>
        </ShelfSection>
      )}
      {popular.length > 0 && (
        <ShelfSection title="Popular now" href="/games?sort=popular">
          <GameRow games={popular} />
        </ShelfSection>
      )}
      {genres.length > 0 && (
        <ShelfSection title="Browse by genre" href="/games" linkText="All games">
          <GenreTiles genres={genres} />
        </ShelfSection>
      )}
      {fresh.length > 0 && (
        <ShelfSection title="New releases" href="/games?sort=newest">
          <GameRow games={fresh} />
        </ShelfSection>
      )}
      {categories.length > 0 && (
        <ShelfSection title="However you play">
          <ul className="flex flex-wrap gap-2.5">
            {categories.map((category) => (
              <li key={category.slug}>
                <Link
                  href={`/games?category=${category.slug}`}
                  className="inline-flex h-11 items-center gap-2.5 rounded-full border border-line bg-surface px-5 font-medium text-sm transition-colors hover:border-muted hover:bg-raised"
                >
                  {category.name}
                  <span className="text-muted tabular-nums">
                    {category.gameCount}
                    <span className="sr-only"> games</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </ShelfSection>
      )}
      {comingSoon.length > 0 && (
        <ShelfSection title="Coming soon">
          <GameRow games={comingSoon} />
        </ShelfSection>
      )}
    </div>
  );
}
