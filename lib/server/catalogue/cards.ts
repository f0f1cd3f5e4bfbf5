import type { GameCard, Rating } from "@/lib/shared/catalogue";
import { toDay } from "@/lib/shared/day";
import { findReviewSummary } from "@/lib/shared/review-score";
import type { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { loadCardRows } from "./card-rows";
import { mediaSelect, toPicture } from "./media";
import { type PriceView, priceSelect, toCurrentPrice } from "./prices";
import { isReleasedOn } from "./rules";

const named = { select: { slug: true, name: true } } as const;

/** What `toGameCard` needs of a game at a moment. */
export function gameCardSelect(now: Date) {
  return {
    id: true,
    slug: true,
    title: true,
    kind: true,
    shortDescription: true,
    releaseDate: true,
    reviewCount: true,
    positiveCount: true,
    ratingAverage: true,
    publisher: named,
    genres: { select: { genre: named }, orderBy: { genre: { name: "asc" } } },
    media: {
      where: { kind: { in: ["cover", "hero"] }, storageKey: { not: null } },
      orderBy: [{ kind: "asc" }, { position: "asc" }],
      select: mediaSelect,
    },
    ...priceSelect(now),
  } satisfies Prisma.GameSelect;
}

/** A game as the database gives it for a card. */
export type CardRow = Prisma.GameGetPayload<{ select: ReturnType<typeof gameCardSelect> }>;

function toRating(row: Pick<CardRow, "ratingAverage" | "reviewCount" | "positiveCount">): Rating {
  const { ratingAverage, reviewCount, positiveCount } = row;
  return {
    average: ratingAverage === null ? null : ratingAverage.toNumber(),
    count: reviewCount,
    positivePercent: reviewCount > 0 ? Math.round((positiveCount * 100) / reviewCount) : null,
    summary: findReviewSummary(positiveCount, reviewCount),
  };
}

/** The game of a row as lists show it. */
export function toGameCard(row: CardRow, view: PriceView): GameCard {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    kind: row.kind,
    shortDescription: row.shortDescription,
    publisher: row.publisher,
    genres: row.genres.map(({ genre }) => genre),
    cover: toPicture(row.media.find((media) => media.kind === "cover")),
    price: toCurrentPrice(row, view),
    releaseDate: row.releaseDate ? toDay(row.releaseDate) : null,
    isReleased: isReleasedOn(row.releaseDate, toDay(view.now)),
    rating: toRating(row),
  };
}

/** Cards of the published games among the ids, in the ids' order. */
export async function listGameCards(db: Db, ids: readonly string[], view: PriceView): Promise<GameCard[]> {
  const rows = await loadCardRows(db, ids, view.now);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row ? [toGameCard(row, view)] : [];
  });
}
