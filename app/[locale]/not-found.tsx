import { Compass } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GameCard } from "@/app/_components/game-card";
import { SystemPage } from "@/app/_components/system/system-page";
import { Button } from "@/app/_components/ui/button";
import { Link } from "@/app/_i18n/navigation";
import { listShelf } from "@/lib/server/catalogue/queries";
import { findPageCurrency } from "@/lib/server/currency/queries";

/** One row of cards. */
const POPULAR_GAMES = 6;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("system.notFound");
  return { title: t("title"), robots: { index: false } };
}

async function PopularGames() {
  const t = await getTranslations("system.notFound");
  const games = await listShelf("popular", POPULAR_GAMES, { currency: await findPageCurrency() });
  if (games.length === 0) return null;
  return (
    <section aria-labelledby="popular" className="container-page grid gap-5">
      <h2 id="popular" className="font-bold text-section">
        {t("popular")}
      </h2>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3 lg:grid-cols-6">
        {games.map((game) => (
          <li key={game.id} className="min-w-0">
            <GameCard game={game} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export default async function NotFound() {
  const t = await getTranslations("system.notFound");
  return (
    <>
      <SystemPage
        icon={<Compass className="text-primary" />}
        mark="404"
        heading={t("heading")}
        text={t("text")}
        actions={
          <>
            <Button asChild>
              <Link href="/games">{t("allGames")}</Link>
            </Button>
            <Button asChild variant="secondary">
              <Link href="/">{t("home")}</Link>
            </Button>
          </>
        }
      />
      <PopularGames />
    </>
  );
}
