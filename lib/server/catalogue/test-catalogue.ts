import type { Day } from "@/lib/shared/day";
import { toDate } from "@/lib/shared/day";
import type { PrismaClient } from "@/prisma/generated/client";
import type { GameKind, GameStatus } from "@/prisma/generated/enums";

type GamePlan = {
  slug: string;
  title?: string;
  kind?: GameKind;
  baseGameId?: string;
  status?: GameStatus;
  publisher?: string;
  genres?: string[];
  categories?: string[];
  /** Null leaves the game without a price. */
  priceCents?: number | null;
  currency?: string;
  releaseDate?: Day | null;
  popularity?: number;
  trend?: number;
  reviewCount?: number;
  positiveCount?: number;
  featuredRank?: number;
};

function link(slug: string) {
  return { where: { slug }, create: { slug, name: slug.replaceAll("-", " ").toUpperCase() } };
}

/** A game for tests, published unless said otherwise; its publisher, genres and categories are made where they are new. */
export async function createTestGame(db: PrismaClient, plan: GamePlan): Promise<string> {
  const { publisher = "testers", genres = [], categories = [], priceCents = 1999, currency = "USD", ...own } = plan;
  const { slug, title = slug, releaseDate = "2025-01-01", status = "published", baseGameId, ...rest } = own;
  const game = await db.game.create({
    data: {
      ...rest,
      slug,
      title,
      status,
      currency,
      developer: "Developer",
      ...(baseGameId ? { baseGame: { connect: { id: baseGameId } } } : {}),
      releaseDate: releaseDate === null ? null : toDate(releaseDate),
      publisher: { connectOrCreate: { where: { slug: publisher }, create: { slug: publisher, name: publisher } } },
      genres: { create: genres.map((genre) => ({ genre: { connectOrCreate: link(genre) } })) },
      categories: { create: categories.map((category) => ({ category: { connectOrCreate: link(category) } })) },
      ...(priceCents === null ? {} : { prices: { create: { currency, priceCents } } }),
    },
    select: { id: true },
  });
  return game.id;
}

/** A promotion of one game over a span of time. */
export async function createTestPromotion(
  db: PrismaClient,
  gameId: string,
  discountPercent: number,
  span: { startsAt: Date; endsAt: Date },
  status: "draft" | "published" | "cancelled" = "published",
): Promise<void> {
  await db.promotion.create({
    data: { name: "Sale", status, ...span, games: { create: { gameId, discountPercent } } },
  });
}
