import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_components/or-not-found";
import { orFirstPage, readSearchParams, type SearchParams } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { GameSalesList } from "@/app/_components/sales/game-sales-list";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { listPublisherFlaggedGames } from "@/lib/server/ledger/queries";
import { listMemberPublishers, listPublisherGameSales } from "@/lib/server/sales/queries";
import { gameSalesQuerySchema, WINDOW_DAYS } from "@/lib/shared/sales";

const PATH = "/publisher";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("publisher");
  return { title: t("nav.games") };
}

export default async function PublisherPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActorPage();
  const query = await readSearchParams(gameSalesQuerySchema, searchParams, PATH);
  const [page, publishers, flagged] = await Promise.all([
    orNotFound(orFirstPage(listPublisherGameSales(actor, query), PATH)),
    orNotFound(listMemberPublishers(actor)),
    orNotFound(listPublisherFlaggedGames(actor)),
  ]);
  const t = await getTranslations("publisher");
  const names = publishers.map(({ name }) => name).join(", ") || t("games.noPublisher");
  return (
    <>
      <PageHeader title={t("games.title")} text={t("games.text", { names, days: WINDOW_DAYS })} />
      <GameSalesList page={page} query={query} flagged={flagged} path={PATH} gamesPath="/publisher/games" />
    </>
  );
}
