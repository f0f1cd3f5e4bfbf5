import type { Metadata } from "next";
import { orFirstPage, readSearchParams, type SearchParams } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { GameSalesList } from "@/app/_components/sales/game-sales-list";
import { requireStaff } from "@/app/admin/_components/require-staff";
import { listStoreFlaggedGames } from "@/lib/server/ledger/queries";
import { listStoreGameSales } from "@/lib/server/sales/queries";
import { gameSalesQuerySchema } from "@/lib/shared/sales";

const PATH = "/admin/games";

export const metadata: Metadata = { title: "Games & forecasts" };

export default async function AdminGamesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireStaff();
  const query = await readSearchParams(gameSalesQuerySchema, searchParams, PATH);
  const [page, flagged] = await Promise.all([
    orFirstPage(listStoreGameSales(actor, query), PATH),
    listStoreFlaggedGames(actor),
  ]);
  return (
    <>
      <PageHeader
        title="Games & forecasts"
        text="What each game sold in the last 28 days, and what it will sell next."
      />
      <GameSalesList page={page} query={query} flagged={flagged} path={PATH} gamesPath={PATH} />
    </>
  );
}
