import { Receipt } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { orFirstPage, readSearchParams, type SearchParams, toHref } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { listOrders } from "@/lib/server/orders/queries";
import { toDay } from "@/lib/shared/day";
import { formatDay } from "@/lib/shared/day-text";
import { formatMoney } from "@/lib/shared/money";
import type { OrderSummary } from "@/lib/shared/orders";
import { pageQuerySchema } from "@/lib/shared/page";
import { OrderStatusBadge } from "../order-status-badge";

export const metadata: Metadata = { title: "Your orders" };

function OrderRow({ order }: { order: OrderSummary }) {
  const { id, number, status, currency, totalCents, placedAt, titles } = order;
  const total = totalCents === 0 ? "Free" : formatMoney({ amountCents: totalCents, currency });
  return (
    <li className="relative flex flex-wrap items-center gap-x-6 gap-y-2 rounded-card border border-line bg-surface p-4 transition-colors hover:border-muted sm:px-5">
      <div className="grid min-w-0 grow basis-64 gap-1">
        <h2 className="truncate font-semibold">
          <Link
            href={`/orders/${id}`}
            className="outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {titles.join(", ")}
          </Link>
        </h2>
        <p className="text-muted text-sm">
          Order {number} · {formatDay(toDay(new Date(placedAt)))}
        </p>
      </div>
      <OrderStatusBadge status={status} />
      <p className="min-w-20 text-right font-bold tabular-nums max-sm:ml-auto">{total}</p>
    </li>
  );
}

export default async function OrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActorPage();
  const query = await readSearchParams(pageQuerySchema, searchParams, "/orders");
  const { items, nextCursor } = await orFirstPage(listOrders(actor, query), "/orders");
  return (
    <>
      <PageHeader title="Your orders" />
      {items.length === 0 ? (
        <EmptyState
          icon={<Receipt />}
          title="You have not ordered anything yet"
          text="Every order is kept here with its receipt and its keys."
          action={
            <Button asChild>
              <Link href="/games">Browse games</Link>
            </Button>
          }
        />
      ) : (
        <ul className="grid gap-3">
          {items.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      )}
      <Pagination
        label="your orders"
        {...(query.cursor && { firstHref: "/orders" })}
        {...(nextCursor && { nextHref: toHref("/orders", { cursor: nextCursor }) })}
      />
    </>
  );
}
