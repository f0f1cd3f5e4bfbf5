import { clsx } from "clsx";
import { Receipt } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { orFirstPage, readSearchParams, type SearchParams, toHref } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { ORDER_STATE_LABELS } from "@/app/admin/_components/order-state";
import { OrdersTable } from "@/app/admin/_components/orders-table";
import { requireStaff } from "@/app/admin/_components/require-staff";
import { listRecentOrders } from "@/lib/server/sales/queries";
import { ORDER_STATES, type RecentOrdersQuery, recentOrdersQuerySchema } from "@/lib/shared/recent-orders";

const PATH = "/admin/orders";

export const metadata: Metadata = { title: "Orders" };

function StateFilter({ current }: { current: RecentOrdersQuery["status"] }) {
  const choices = [
    { status: undefined, label: "All" },
    ...ORDER_STATES.map((status) => ({ status, label: ORDER_STATE_LABELS[status].name })),
  ];
  return (
    <nav aria-label="Orders by state">
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ status, label }) => (
          <li key={label}>
            <Link
              href={toHref(PATH, { status })}
              aria-current={status === current ? "page" : undefined}
              className={clsx(
                "block rounded-full border px-3.5 py-1.5 font-medium text-sm transition-colors",
                status === current
                  ? "border-primary bg-primary/15 text-foreground"
                  : "border-line text-muted hover:border-muted hover:text-foreground",
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export default async function AdminOrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireStaff();
  const query = await readSearchParams(recentOrdersQuerySchema, searchParams, PATH);
  const page = await orFirstPage(listRecentOrders(actor, query), PATH);
  const { status } = query;
  return (
    <>
      <PageHeader title="Orders" text="The newest orders of the shop first." />
      <StateFilter current={status} />
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
