import { z } from "zod";
import type { Order, OrderSummary } from "@/lib/shared/orders";
import type { Page } from "@/lib/shared/page";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { mediaSelect, toPicture } from "../catalogue/media";
import { type Db, getDb } from "../db";
import { AppError } from "../errors";

const orderInclude = {
  items: {
    orderBy: { id: "asc" },
    include: {
      game: {
        select: {
          slug: true,
          title: true,
          status: true,
          media: { select: mediaSelect, where: { kind: "cover" }, orderBy: { position: "asc" }, take: 1 },
        },
      },
      bundle: { select: { title: true } },
      licenceKeys: {
        where: { status: "sold", soldAt: { not: null } },
        select: { code: true },
        orderBy: { code: "asc" },
      },
    },
  },
  payments: { orderBy: { createdAt: "desc" }, take: 1 },
} satisfies Prisma.OrderInclude;

type OrderRow = Prisma.OrderGetPayload<{ include: typeof orderInclude }>;

function toOrderItem({ game, bundle, licenceKeys, ...item }: OrderRow["items"][number]): Order["items"][number] {
  return {
    gameId: item.gameId,
    slug: game.slug,
    title: game.title,
    hasPage: game.status === "published",
    cover: toPicture(game.media[0]),
    quantity: item.quantity,
    listPriceCents: item.listPriceCents,
    discountPercent: item.discountPercent,
    unitPriceCents: item.unitPriceCents,
    bundlePercent: item.bundlePercent,
    bundleTitle: bundle?.title ?? null,
    licenceKeys: licenceKeys.map(({ code }) => code),
  };
}

function toOrder(row: OrderRow): Order {
  const [payment] = row.payments;
  return {
    id: row.id,
    number: String(row.number),
    status: row.status,
    currency: row.currency,
    totalCents: row.totalCents,
    placedAt: row.placedAt.toISOString(),
    paidAt: row.paidAt?.toISOString() ?? null,
    items: row.items.map(toOrderItem),
    payment: payment ? { provider: payment.provider, status: payment.status, failureCode: payment.failureCode } : null,
  };
}

/** One's own order; somebody else's is not there. */
export async function getOrder(buyer: Pick<Actor, "userId">, orderId: string, db: Db = getDb()): Promise<Order> {
  const row = z.uuid().safeParse(orderId).success
    ? await db.order.findFirst({ where: { id: orderId, userId: buyer.userId }, include: orderInclude })
    : null;
  if (!row) throw new AppError("not_found", say("errors.noSuchOrder"));
  return toOrder(row);
}

const CURSOR = /^(\d{1,15})\.(\d{1,18})$/;

function toFilter(cursor: string | undefined): Prisma.OrderWhereInput {
  if (cursor === undefined) return {};
  const [, placedAtMs, number] = CURSOR.exec(cursor) ?? [];
  const placedAt = new Date(Number(placedAtMs));
  if (!number || Number.isNaN(placedAt.getTime())) {
    const message = say("errors.pageGone");
    throw new AppError("invalid_input", message, { fields: { cursor: message } });
  }
  return { OR: [{ placedAt: { lt: placedAt } }, { placedAt, number: { lt: BigInt(number) } }] };
}

/** One's own orders, latest first. */
export async function listOrders(
  buyer: Pick<Actor, "userId">,
  query: { limit: number; cursor?: string | undefined },
  db: Db = getDb(),
): Promise<Page<OrderSummary>> {
  const rows = await db.order.findMany({
    where: { userId: buyer.userId, ...toFilter(query.cursor) },
    orderBy: [{ placedAt: "desc" }, { number: "desc" }],
    take: query.limit + 1,
    include: { items: { orderBy: { id: "asc" }, select: { game: { select: { title: true } } } } },
  });
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ id, number, status, currency, totalCents, placedAt, items }) => ({
      id,
      number: String(number),
      status,
      currency,
      totalCents,
      placedAt: placedAt.toISOString(),
      titles: items.map(({ game }) => game.title),
    })),
    nextCursor: last ? `${last.placedAt.getTime()}.${last.number}` : null,
  };
}
