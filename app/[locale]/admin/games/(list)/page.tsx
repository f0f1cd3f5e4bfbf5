import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orFirstPage, readSearchParams, type SearchParams } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { GameSalesList } from "@/app/_components/sales/game-sales-list";
import { requireStaff } from "@/app/[locale]/admin/_components/require-staff";
import { listStoreFlaggedGames } from "@/lib/server/ledger/queries";
import { listStoreGameSales } from "@/lib/server/sales/queries";
import { gameSalesQuerySchema, WINDOW_DAYS } from "@/lib/shared/sales";

const PATH = "/admin/games";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("games.title") };
}

export default async function AdminGamesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireStaff();
  const query = await readSearchParams(gameSalesQuerySchema, searchParams, PATH);
  const [page, flagged] = await Promise.all([
    orFirstPage(listStoreGameSales(actor, query), PATH),
    listStoreFlaggedGames(actor),
  ]);
  const t = await getTranslations("admin");
  return (
    <>
      <PageHeader title={t("games.title")} text={t("games.text", { days: WINDOW_DAYS })} />
      <GameSalesList page={page} query={query} flagged={flagged} path={PATH} gamesPath={PATH} />
    </>
  );
}
