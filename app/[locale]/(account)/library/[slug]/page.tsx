import { ArrowLeft, MessageSquareText, Receipt, Store } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { orNotFound } from "@/app/_components/or-not-found";
import { Button } from "@/app/_components/ui/button";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { getFormats } from "@/app/_i18n/get-formats";
import { getTermName } from "@/app/_i18n/get-term-name";
import { Link } from "@/app/_i18n/navigation";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { listCollections } from "@/lib/server/library/collections";
import { getOwnedGame } from "@/lib/server/library/owned-game";
import { toDay } from "@/lib/shared/day";
import type { OwnedGame } from "@/lib/shared/library";
import { LibraryFeature } from "../_components/library-feature";
import { CollectionBoxes } from "./_components/collection-boxes";
import { GameFiles } from "./_components/game-files";
import { GameHead } from "./_components/game-head";
import { LicenceKeys } from "./_components/licence-keys";

type Props = { params: Promise<{ slug: string }> };

/** The title and the page need the game both: asked once a request. */
const loadGame = cache(async (slug: string) => orNotFound(getOwnedGame(await requireActorPage(), slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const game = await loadGame((await params).slug);
  return { title: game.title, robots: { index: false } };
}

async function GameLinks({ game }: { game: OwnedGame }) {
  const t = await getTranslations("library");
  const { slug, hasPage, hasReview, orderId } = game;
  return (
    <div className="flex flex-wrap gap-3">
      {hasPage && (
        <>
          <Button asChild variant="secondary">
            <Link href={`/games/${slug}`}>
              <Store aria-hidden />
              {t("storePage")}
            </Link>
          </Button>
          <Button asChild variant="secondary">
            <Link href={`/games/${slug}#reviews`}>
              <MessageSquareText aria-hidden />
              {t(hasReview ? "review.own" : "review.write")}
            </Link>
          </Button>
        </>
      )}
      {orderId && (
        <Button asChild variant="ghost">
          <Link href={`/orders/${orderId}`}>
            <Receipt aria-hidden />
            {t("receipt")}
          </Link>
        </Button>
      )}
    </div>
  );
}

export default async function OwnedGamePage({ params }: Props) {
  const { slug } = await params;
  const actor = await requireActorPage();
  const [game, collections, t, { day }, nameOf] = await Promise.all([
    loadGame(slug),
    listCollections(actor),
    getTranslations("library"),
    getFormats(),
    getTermName(),
  ]);
  const builds = game.builds.map(({ platform, ...build }) => ({
    ...build,
    platform: { ...platform, name: nameOf("platform", platform) },
  }));
  const date = day(toDay(new Date(game.grantedAt)));
  return (
    <>
      <Link
        href="/library"
        className="inline-flex items-center gap-2 justify-self-start text-muted text-sm hover:text-foreground"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t("back")}
      </Link>
      <GameHead game={game} text={game.orderId ? t("bought", { day: date }) : t("since", { day: date })}>
        <GameLinks game={game} />
      </GameHead>
      <ClientMessages namespaces={["library"]}>
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-12">
          <GameFiles builds={builds} />
          <div className="grid gap-8">
            <LicenceKeys keys={game.licenceKeys} />
            <LibraryFeature>
              <CollectionBoxes
                gameId={game.gameId}
                collections={collections}
                heldIds={game.collections.map(({ id }) => id)}
              />
            </LibraryFeature>
          </div>
        </div>
      </ClientMessages>
    </>
  );
}
