import type { GameSort } from "@/lib/shared/catalogue";
import { type Day, toDay } from "@/lib/shared/day";
import { Prisma } from "@/prisma/generated/client";
import { escapeLike } from "../escape-like";

/** How a list is ordered: by a key of the game `g`, then by its id upwards. */
export type SortPlan = { key: Prisma.Sql; direction: "ASC" | "DESC"; keyType: "number" | "string" };

/** The list price less the deepest promotion in force; `offers` must give the discount. Rounds half up, as `discountedCents`. */
const amount = Prisma.sql`(list.price_cents::bigint * (100 - coalesce(offers.discount_percent, 0)) + 50) / 100`;

// A million units a month are more than any game sells, so that a first key always outweighs popularity.
const POPULARITY_SPAN = 1_000_000_000n;

function newestKey(today: Day): Prisma.Sql {
  return Prisma.sql`CASE WHEN g.release_date <= ${today}::date THEN g.release_date - DATE '1970-01-01' ELSE -1000000 END`;
}

function relevanceKey(q: string): Prisma.Sql {
  const escaped = escapeLike(q);
  const rank = Prisma.sql`CASE
    WHEN g.title ILIKE ${escaped} THEN 0
    WHEN g.title ILIKE ${`${escaped}%`} THEN 1
    WHEN g.title ILIKE ${`%${escaped}%`} THEN 2
    WHEN ${q} <% g.title THEN 3
    ELSE 4 END`;
  return Prisma.sql`(${rank})::bigint * ${POPULARITY_SPAN}::bigint - g.popularity`;
}

/** The plan of an order at a moment; `relevance` is to the searched text. */
export function planSort(sort: GameSort, q: string | undefined, at: Date): SortPlan {
  switch (sort) {
    case "popular":
      return { key: Prisma.sql`g.popularity`, direction: "DESC", keyType: "number" };
    case "newest":
      return { key: newestKey(toDay(at)), direction: "DESC", keyType: "number" };
    case "rating": {
      // Five imagined reviews, most of them good, keep a game with one review from the top.
      const key = Prisma.sql`((g.positive_count + 3.5) * 1000000 / (g.review_count + 5))::bigint`;
      return { key, direction: "DESC", keyType: "number" };
    }
    case "discount": {
      const discount = Prisma.sql`CASE WHEN list.price_cents > 0 THEN coalesce(offers.discount_percent, 0) ELSE 0 END`;
      const key = Prisma.sql`(${discount})::bigint * ${POPULARITY_SPAN}::bigint + g.popularity`;
      return { key, direction: "DESC", keyType: "number" };
    }
    case "price_asc":
      return { key: Prisma.sql`coalesce(${amount}, 1000000000000)`, direction: "ASC", keyType: "number" };
    case "price_desc":
      return { key: Prisma.sql`coalesce(${amount}, -1)`, direction: "DESC", keyType: "number" };
    case "title":
      return { key: Prisma.sql`left(lower(g.title), 100)`, direction: "ASC", keyType: "string" };
    case "relevance":
      return { key: relevanceKey(q ?? ""), direction: "ASC", keyType: "number" };
  }
}

/** Joins that give `amount` and the discount: what the price orders need. */
export function priceJoins(at: Date): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN game_prices list ON list.game_id = g.id AND list.currency = g.currency
    LEFT JOIN (
      SELECT pg.game_id, max(pg.discount_percent) AS discount_percent
      FROM promotion_games pg JOIN promotions p ON p.id = pg.promotion_id
      WHERE p.status = 'published' AND p.starts_at <= ${at} AND p.ends_at > ${at}
      GROUP BY pg.game_id
    ) offers ON offers.game_id = g.id`;
}

/** Whether the order looks at prices. */
export function needsPrices(sort: GameSort): boolean {
  return sort === "discount" || sort === "price_asc" || sort === "price_desc";
}
