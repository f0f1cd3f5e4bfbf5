import type { Metadata } from "next";
import { orNotFound } from "@/app/_components/or-not-found";
import { orFirstPage, readSearchParams, type SearchParams } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { GameSalesList } from "@/app/_components/sales/game-sales-list";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { listPublisherFlaggedGames } from "@/lib/server/ledger/queries";
import { listMemberPublishers, listPublisherGameSales } from "@/lib/server/sales/queries";
import { gameSalesQuerySchema } from "@/lib/shared/sales";

const PATH = "/publisher";

export const metadata: Metadata = { title: "Games & forecasts" };

export default async function PublisherPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActorPage();
  const query = await readSearchParams(gameSalesQuerySchema, searchParams, PATH);
  const page = await orNotFound(orFirstPage(listPublisherGameSales(actor, query), PATH));
  const [publishers, flagged] = await Promise.all([listMemberPublishers(actor), listPublisherFlaggedGames(actor)]);
  const names = publishers.map(({ name }) => name).join(", ") || "No publisher yet";
  return (
    <>
      <PageHeader
        title="Your games"
        text={`${names}: what your games sold in the last 28 days, and what they will sell next.`}
      />
      <GameSalesList page={page} query={query} flagged={flagged} path={PATH} gamesPath="/publisher/games" />
    </>
  );
}
