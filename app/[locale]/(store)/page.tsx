import { Gamepad2 } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { BelowWindow } from "@/app/_components/below-window";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { getTermName } from "@/app/_i18n/get-term-name";
import { JsonLd } from "@/app/_seo/json-ld";
import { toPageMetadata } from "@/app/_seo/page-metadata";
import { toSiteFacts } from "@/app/_seo/site-facts";
import { findPageCurrency } from "@/lib/server/currency/queries";
import { getShopWindow } from "@/lib/server/home/queries";
import type { ShopWindow, ShowcaseGame } from "@/lib/server/home/shop-window";
import { BecauseYouOwn } from "./_components/because-you-own";
import { DealCard } from "./_components/deal-card";
import { GenreTiles } from "./_components/genre-tiles";
import { RecentlyViewed } from "./_components/recently-viewed";
import { GameRow, ShelfSection } from "./_components/shelf";
import { FeaturedStage } from "./_components/stage/featured-stage";
import type { StageGame } from "./_components/stage/stage-game";
import { TermLinks } from "./_components/term-links";
import { TopSellers } from "./_components/top-sellers";

/** Deals in sight; the others are in the catalogue. */
const SHOWN_DEALS = 4;

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = [await getTranslations("shell"), await getLocale()];
  const facts = { path: "/", locale, title: t("title") };
  const metadata = toPageMetadata({ ...facts, description: t("description") });
  // The shop's own name needs no shop's name after it.
  return { ...metadata, title: { absolute: t("title") } };
}

async function toStageGames(games: ShowcaseGame[]): Promise<StageGame[]> {
  const nameOf = await getTermName();
  return games.map(({ id, slug, title, shortDescription, price, releaseDate, isReleased, hero, cover, genres }) => ({
    ...{ id, slug, title, shortDescription, price, releaseDate, isReleased },
    picture: hero ?? cover,
    genres: genres.map((genre) => nameOf("genre", genre)).join(" · "),
  }));
}

async function Browse({ shown }: { shown: ShopWindow }) {
  const [t, nameOf] = [await getTranslations("home"), await getTermName()];
  const categories = shown.categories.map((category) => ({ ...category, name: nameOf("category", category) }));
  return (
    <>
      {shown.genres.length > 0 && (
        <ShelfSection title={t("genres")} href="/genres" linkText={t("allGenres")}>
          <GenreTiles genres={shown.genres} />
        </ShelfSection>
      )}
      {shown.comingSoon.length > 0 && (
        <ShelfSection title={t("comingSoon")} href="/games?release=upcoming">
          <GameRow games={shown.comingSoon} />
        </ShelfSection>
      )}
      {categories.length > 0 && (
        <ShelfSection title={t("categories")} href="/categories">
          <TermLinks terms={categories} facet="category" />
        </ShelfSection>
      )}
    </>
  );
}

/** What the shop is, and how it is searched, for search engines. */
async function SiteFacts() {
  const [t, locale] = [await getTranslations("shell"), await getLocale()];
  return <JsonLd data={toSiteFacts(locale, t("description"))} />;
}

export default async function LandingPage() {
  const t = await getTranslations("home");
  const view = { now: new Date(), currency: await findPageCurrency() };
  const shown = await getShopWindow(view);
  const { featured, deals, trending, popular } = shown;
  return (
    <ClientMessages namespaces={["home", "taxonomy"]}>
      <SiteFacts />
      <div className="overflow-x-clip">
        <div className="container-page grid gap-section sm:pt-8">
          <h1 className="sr-only">{t("heading")}</h1>
          {featured.length > 0 && <FeaturedStage games={await toStageGames(featured)} />}
          {popular.length === 0 && (
            <EmptyState icon={<Gamepad2 />} title={t("empty.title")} text={t("empty.text")} className="mt-8" />
          )}
          {trending.length > 0 && (
            <ShelfSection title={t("trending")} href="/games?sort=newest">
              <GameRow games={trending} />
            </ShelfSection>
          )}
          <Suspense fallback={<BelowWindow />}>
            {deals.length > 0 && (
              <ShelfSection
                title={t("deals")}
                text={t("dealsText")}
                href="/games?offer=sale&sort=discount"
                linkText={t("allDeals")}
              >
                <ul className="scrollbar-none grid gap-4 py-1 max-sm:-mx-4 max-sm:snap-x max-sm:scroll-px-4 max-sm:auto-cols-[82%] max-sm:grid-flow-col max-sm:overflow-x-auto max-sm:px-4 sm:grid-cols-2 sm:gap-5 lg:grid-cols-4">
                  {deals.slice(0, SHOWN_DEALS).map((game) => (
                    <li key={game.id}>
                      <DealCard game={game} now={view.now} />
                    </li>
                  ))}
                </ul>
              </ShelfSection>
            )}
            <BecauseYouOwn view={view} />
            {popular.length > 0 && (
              <ShelfSection title={t("topSellers")} text={t("topSellersText")} href="/games?sort=popular">
                <TopSellers games={popular} />
              </ShelfSection>
            )}
            <Browse shown={shown} />
            <RecentlyViewed />
          </Suspense>
        </div>
      </div>
    </ClientMessages>
  );
}
