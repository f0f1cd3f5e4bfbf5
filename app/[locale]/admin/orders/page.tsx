import { Receipt } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FilterLinks } from "@/app/_components/filter-links";
import { orFirstPage, readSearchParams, type SearchParams, toHref } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { OrdersTable } from "@/app/[locale]/admin/_components/orders-table";
import { requireStaff } from "@/app/[locale]/admin/_components/require-staff";
import { listRecentOrders } from "@/lib/server/sales/queries";
import { ORDER_STATES, recentOrdersQuerySchema } from "@/lib/shared/recent-orders";

const PATH = "/admin/orders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("orders.title") };
}

export default async function AdminOrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireStaff();
  const query = await readSearchParams(recentOrdersQuerySchema, searchParams, PATH);
  const page = await orFirstPage(listRecentOrders(actor, query), PATH);
  const t = await getTranslations("admin");
  const { status } = query;
  const choices = [undefined, ...ORDER_STATES].map((choice) => ({
    href: toHref(PATH, { status: choice }),
    text: choice ? t(`orders.states.${choice}`) : t("orders.all"),
    isCurrent: choice === status,
  }));
  return (
    <>
      <PageHeader title={t("orders.title")} text={t("orders.text")} />
      <FilterLinks label={t("orders.byState")} choices={choices} />
      {page.items.length === 0 ? (
        <EmptyState icon={<Receipt />} title={t("orders.none")} text={t("orders.noneText")} />
      ) : (
        <OrdersTable orders={page.items} />
      )}
      <Pagination
        label={t("orders.pages")}
        firstHref={query.cursor ? toHref(PATH, { status }) : undefined}
        nextHref={page.nextCursor ? toHref(PATH, { status, cursor: page.nextCursor }) : undefined}
      />
    </>
  );
}
