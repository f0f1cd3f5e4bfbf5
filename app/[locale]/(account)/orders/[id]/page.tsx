import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_components/or-not-found";
import { PageHeader } from "@/app/_components/page-header";
import { getFormats } from "@/app/_i18n/get-formats";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { getOrder } from "@/lib/server/orders/queries";
import { toDay } from "@/lib/shared/day";
import { OrderStatusBadge } from "../order-status-badge";
import { OrderItems } from "./order-items";
import { OrderMessage } from "./order-message";
import { OrderReceipt } from "./order-receipt";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("orders.order");
  return { title: t("metaTitle"), robots: { index: false } };
}

type OrderPageProps = { params: Promise<{ id: string }>; searchParams: Promise<{ placed?: string }> };

export default async function OrderPage({ params, searchParams }: OrderPageProps) {
  const actor = await requireActorPage();
  const [{ id }, { placed }] = [await params, await searchParams];
  const order = await orNotFound(getOrder(actor, id));
  const [t, { day }] = [await getTranslations("orders.order"), await getFormats()];
  return (
    <>
      <PageHeader
        title={t("title", { number: order.number })}
        text={t("placedOn", { day: day(toDay(new Date(order.placedAt))) })}
        actions={<OrderStatusBadge status={order.status} />}
      />
      <OrderMessage order={order} name={actor.name} isNew={placed === "1"} />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <OrderItems order={order} />
        <OrderReceipt order={order} />
      </div>
    </>
  );
}
