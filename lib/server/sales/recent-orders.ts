import { z } from "zod";
import type { Db } from "@/lib/server/db";
import type { Page } from "@/lib/shared/page";
import type { RecentOrder, RecentOrdersQuery } from "@/lib/shared/recent-orders";
import { decodeCursor, encodeCursor } from "./cursor";

const CURSOR_SORT = "number";

/** The newest orders first; order numbers only grow, so the number is the key of the page. */
export async function selectRecentOrders(db: Db, query: RecentOrdersQuery): Promise<Page<RecentOrder>> {
  const after = query.cursor
    ? decodeCursor(query.cursor, { sort: CURSOR_SORT, key: z.int().min(0), id: z.literal("") }).key
    : undefined;
  const rows = await db.order.findMany({
    where: { status: query.status, number: after === undefined ? undefined : { lt: BigInt(after) } },
    orderBy: { number: "desc" },
    take: query.limit + 1,
    select: {
      number: true,
      status: true,
      currency: true,
      totalCents: true,
      placedAt: true,
      user: { select: { name: true, email: true } },
      items: { select: { quantity: true, game: { select: { title: true } } }, orderBy: { id: "asc" } },
    },
  });
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ number, placedAt, user, items, ...order }) => ({
      ...order,
      number: Number(number),
      placedAt: placedAt.toISOString(),
      buyer: user,
      titles: items.map(({ game }) => game.title),
      units: items.reduce((total, { quantity }) => total + quantity, 0),
    })),
    nextCursor: last ? encodeCursor({ sort: CURSOR_SORT, key: Number(last.number), id: "" }) : null,
  };
}
