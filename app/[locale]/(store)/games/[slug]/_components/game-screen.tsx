import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import { AddToCartButton } from "@/app/_components/add-to-cart-button";
import { BelowWindow } from "@/app/_components/below-window";
import { CoverArt } from "@/app/_components/cover-art";
import { WishlistButton } from "@/app/_components/wishlist-button";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Link } from "@/app/_i18n/navigation";
import type { Crumb } from "@/app/_seo/common-facts";
import type { GameDetail } from "@/lib/shared/game-detail";
import { toGamePath } from "@/lib/shared/site-paths";
import { Backdrop } from "./backdrop";
import { Breadcrumbs } from "./breadcrumbs";
import { BuyBox } from "./buy/buy-box";
import { ShareButton } from "./buy/share-button";
import { FactList } from "./facts/fact-list";
import type { TermNamer } from "./facts/term-namer";
import { Gallery } from "./gallery/gallery";
import { toGalleryItems } from "./gallery/items";
import { GameSections } from "./game-sections";
import { loadPage } from "./load-page";
import { RatingLine } from "./rating-line";

type GameScreenProps = { game: GameDetail; crumbs: Crumb[]; termName: TermNamer; now: number };

/** Stands in for the gallery of a game that has shown nothing yet. */
function Plate({ game }: { game: GameDetail }) {
  return (
    <div className="picture-edge relative aspect-video overflow-hidden rounded-stage bg-raised">
      <CoverArt picture={null} title={game.title} sizes="100vw" />
    </div>
  );
}

/** What a DLC is played with, where one would buy it. */
function NeededBase({ game, isMissing }: { game: GameDetail; isMissing: boolean }) {
  const t = useTranslations("game.family");
  const { baseGame } = game;
  if (game.kind !== "dlc" || !baseGame) return null;
  const link = (chunks: ReactNode) => (
    <Link href={toGamePath(baseGame.slug)} className="font-semibold text-foreground underline underline-offset-4">
      {chunks}
    </Link>
  );
  return (
    <p className="text-muted text-sm">
      {t.rich(isMissing ? "needs" : "playedWith", { title: baseGame.title, game: link })}
    </p>
  );
}

function Actions({ game, isOwned, base }: { game: GameDetail; isOwned: boolean; base: GameDetail["baseGame"] }) {
  return (
    <div className="grid gap-2.5">
      <NeededBase game={game} isMissing={base !== null} />
      {(game.isReleased || isOwned) && <AddToCartButton game={game} isOwned={isOwned} base={base} className="w-full" />}
      {!isOwned && <WishlistButton game={game} className="w-full" />}
      <div className="-mb-2 flex justify-center">
        <ShareButton title={game.title} />
      </div>
    </div>
  );
}

/** A game's page: what it looks like, what it costs, and what there is to know of it. */
export async function GameScreen({ game, crumbs, termName, now }: GameScreenProps) {
  const [page, t] = [await loadPage(game, now), await getTranslations("game")];
  const { owned, family, history } = page;
  const items = toGalleryItems(game);
  return (
    <ClientMessages namespaces={["gameLive", "taxonomy"]}>
      <div className="relative isolate pb-section">
        {game.hero && <Backdrop hero={game.hero} />}
        <div className="container-page grid grid-cols-1 gap-section pt-5 sm:pt-7">
          <div className="grid grid-cols-1 gap-6">
            <div className="grid gap-2">
              <Breadcrumbs crumbs={crumbs} />
              <h1 className="font-bold text-title">{game.title}</h1>
              <RatingLine rating={game.rating} />
            </div>
            <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_25rem]">
              {items.length > 0 ? <Gallery items={items} title={game.title} /> : <Plate game={game} />}
              <aside
                aria-label={t("buy")}
                className="grid content-start gap-5 self-start rounded-stage border border-line bg-surface/90 p-5 sm:p-6"
              >
                {game.shortDescription && <p className="text-pretty">{game.shortDescription}</p>}
                <BuyBox game={game} lowest={history?.lowest ?? null} now={now}>
                  <Actions
                    game={game}
                    isOwned={owned.has(game.id)}
                    base={game.kind === "dlc" ? game.baseGame && family.missingBase : null}
                  />
                </BuyBox>
                <FactList game={game} termName={termName} />
              </aside>
            </div>
          </div>
          <Suspense fallback={<BelowWindow />}>
            <GameSections game={game} {...page} termName={termName} now={now} />
          </Suspense>
        </div>
      </div>
    </ClientMessages>
  );
}
