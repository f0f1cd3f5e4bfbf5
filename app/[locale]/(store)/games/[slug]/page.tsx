import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { RecordView } from "@/app/_components/record-view";
import { getTermName } from "@/app/_i18n/get-term-name";
import { toGameFacts } from "@/app/_seo/game-facts";
import { JsonLd } from "@/app/_seo/json-ld";
import { toPageMetadata } from "@/app/_seo/page-metadata";
import { findPageAgeGate } from "@/lib/server/age/queries";
import { findGame } from "@/lib/server/catalogue/queries";
import { findPageCurrency } from "@/lib/server/currency/queries";
import type { GameDetail } from "@/lib/shared/game-detail";
import { toGamePath } from "@/lib/shared/site-paths";
import { AgeGateScreen } from "./_components/age-gate-screen";
import { toCrumbs } from "./_components/breadcrumbs";
import { GameScreen } from "./_components/game-screen";
import { toSharePicture } from "./_components/share-picture";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ age?: string | string[] }> };

/** The title and the page need the game both: asked once a request. */
const loadGame = cache(async (slug: string): Promise<GameDetail> => {
  return (await findGame(slug, { currency: await findPageCurrency() })) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [game, locale, t] = [await loadGame((await params).slug), await getLocale(), await getTranslations("game")];
  return toPageMetadata({
    path: toGamePath(game.slug),
    locale,
    title: game.title,
    description: game.shortDescription || t("share", { title: game.title }),
    image: toSharePicture(game),
  });
}

export default async function GamePage({ params, searchParams }: Props) {
  const game = await loadGame((await params).slug);
  const [gate, locale, t, termName] = [
    await findPageAgeGate(game.minimumAge),
    await getLocale(),
    await getTranslations("game"),
    await getTermName(),
  ];
  const crumbs = toCrumbs(game, t("allGames"), termName);
  return (
    <>
      <JsonLd data={toGameFacts(game, { locale, crumbs, picture: toSharePicture(game) })} />
      {gate === "open" ? (
        <>
          <RecordView game={{ slug: game.slug, title: game.title, cover: game.cover }} />
          <GameScreen game={game} crumbs={crumbs} termName={termName} now={Date.now()} />
        </>
      ) : (
        <AgeGateScreen game={game} gate={gate} hasError={(await searchParams).age === "invalid"} />
      )}
    </>
  );
}
