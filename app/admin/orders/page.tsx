import { Receipt } from "lucide-react";
import type { Metadata } from "next";
import { FilterLinks } from "@/app/_components/filter-links";
import { orFirstPage, readSearchParams, type SearchParams, toHref } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { ORDER_STATE_LABELS } from "@/app/admin/_components/order-state";
import { OrdersTable } from "@/app/admin/_components/orders-table";
import { requireStaff } from "@/app/admin/_components/require-staff";
import { listRecentOrders } from "@/lib/server/sales/queries";
import { ORDER_STATES, recentOrdersQuerySchema } from "@/lib/shared/recent-orders";

const PATH = "/admin/orders";

export const metadata: Metadata = { title: "Orders" };

export default async function AdminOrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireStaff();
  const query = await readSearchParams(recentOrdersQuerySchema, searchParams, PATH);
  const page = await orFirstPage(listRecentOrders(actor, query), PATH);
  const { status } = query;
  const choices = [undefined, ...ORDER_STATES].map((choice) => ({
    href: toHref(PATH, { status: choice }),
    text: choice ? ORDER_STATE_LABELS[choice].name : "All",
    isCurrent: choice === status,
  }));
  return (
    <>
      <PageHeader title="Orders" text="The newest orders of the shop first." />
      <FilterLinks label="Orders by state" choices={choices} />
      {page.items.length === 0 ? (
        <EmptyState icon={<Receipt />} title="No such orders" text="Orders appear here as soon as they are placed." />
      ) : (
        <OrdersTable orders={page.items} />
      )}
      <Pagination
        label="orders"
        firstHref={query.cursor ? toHref(PATH, { status }) : undefined}
        nextHref={page.nextCursor ? toHref(PATH, { status, cursor: page.nextCursor }) : undefined}
      />
    </>
  );
}
