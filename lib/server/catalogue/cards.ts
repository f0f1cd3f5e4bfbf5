import type { GameCard, Rating } from "@/lib/shared/catalogue";
import { toDay } from "@/lib/shared/day";
import { findReviewSummary } from "@/lib/shared/review-score";
import type { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { mediaSelect, toPicture } from "./media";
import { computePrice, isReleasedOn } from "./rules";

const named = { select: { slug: true, name: true } } as const;

/** What `toGameCard` needs of a game at a moment. */
export function gameCardSelect(now: Date) {
  const inForce = { status: "published", startsAt: { lte: now }, endsAt: { gt: now } } as const;
  return {
    id: true,
    slug: true,
    title: true,
    kind: true,
    shortDescription: true,
    releaseDate: true,
    currency: true,
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
    prices: { select: { currency: true, priceCents: true } },
    promotions: {
      where: { promotion: inForce },
      select: { discountPercent: true, promotion: { select: { startsAt: true, endsAt: true } } },
    },
  } satisfies Prisma.GameSelect;
}

type CardRow = Prisma.GameGetPayload<{ select: ReturnType<typeof gameCardSelect> }>;

function toRating(row: Pick<CardRow, "ratingAverage" | "reviewCount" | "positiveCount">): Rating {
  const { ratingAverage, reviewCount, positiveCount } = row;
  return {
    average: ratingAverage === null ? null : ratingAverage.toNumber(),
    count: reviewCount,
    positivePercent: reviewCount > 0 ? Math.round((positiveCount * 100) / reviewCount) : null,
    summary: findReviewSummary(positiveCount, reviewCount),
  };
}

/** The game of a row as lists show it at a moment. */
export function toGameCard(row: CardRow, now: Date): GameCard {
  const list = row.prices.find((price) => price.currency === row.currency);
  const offers = row.promotions.map(({ discountPercent, promotion }) => ({ discountPercent, ...promotion }));
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    kind: row.kind,
    shortDescription: row.shortDescription,
    publisher: row.publisher,
    genres: row.genres.map(({ genre }) => genre),
    cover: toPicture(row.media.find((media) => media.kind === "cover")),
    price: list ? computePrice(list, offers, now) : null,
    releaseDate: row.releaseDate ? toDay(row.releaseDate) : null,
    isReleased: isReleasedOn(row.releaseDate, toDay(now)),
    rating: toRating(row),
  };
}

/** Cards of the published games among the ids, in the ids' order. */
export async function listGameCards(db: Db, ids: readonly string[], now: Date): Promise<GameCard[]> {
  if (ids.length === 0) return [];
  const rows = await db.game.findMany({
    where: { id: { in: [...ids] }, status: "published" },
    select: gameCardSelect(now),
  });
  const cards = new Map(rows.map((row) => [row.id, toGameCard(row, now)]));
  return ids.flatMap((id) => cards.get(id) ?? []);
}
