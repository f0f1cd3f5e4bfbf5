import { Receipt } from "lucide-react";
import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { orFirstPage, readSearchParams, type SearchParams, toHref } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { listOrders } from "@/lib/server/orders/queries";
import { toDay } from "@/lib/shared/day";
import type { OrderSummary } from "@/lib/shared/orders";
import { pageQuerySchema } from "@/lib/shared/page";
import { OrderStatusBadge } from "../order-status-badge";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("orders");
  return { title: t("title"), robots: { index: false } };
}

function OrderRow({ order }: { order: OrderSummary }) {
  const { id, number, status, currency, totalCents, placedAt, titles } = order;
  const t = useTranslations("orders");
  const common = useTranslations("common");
  const { day, money } = useFormats();
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
        <p className="text-muted text-sm">{t("row", { number, day: day(toDay(new Date(placedAt))) })}</p>
      </div>
      <OrderStatusBadge status={status} />
      <p className="min-w-20 text-right font-bold tabular-nums max-sm:ml-auto">
        {totalCents === 0 ? common("free") : money({ amountCents: totalCents, currency })}
      </p>
    </li>
  );
}

export default async function OrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActorPage();
  const query = await readSearchParams(pageQuerySchema, searchParams, "/orders");
  const { items, nextCursor } = await orFirstPage(listOrders(actor, query), "/orders");
  const t = await getTranslations("orders");
  return (
    <>
      <PageHeader title={t("title")} />
      {items.length === 0 ? (
        <EmptyState
          icon={<Receipt />}
          title={t("empty.title")}
          text={t("empty.text")}
          action={
            <Button asChild>
              <Link href="/games">{t("empty.browse")}</Link>
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
        label={t("label")}
        {...(query.cursor && { firstHref: "/orders" })}
        {...(nextCursor && { nextHref: toHref("/orders", { cursor: nextCursor }) })}
      />
    </>
  );
}
