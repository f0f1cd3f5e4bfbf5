import type { GameDetail, GameReview } from "@/lib/shared/catalogue";
import type { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { gameCardSelect, listGameCards, toGameCard } from "./cards";
import { mediaSelect, toPicture } from "./media";

/** Reviews that the game page shows at once. */
const LATEST_REVIEWS = 6;

const named = { select: { slug: true, name: true } } as const;

function detailSelect(now: Date) {
  return {
    ...gameCardSelect(now),
    description: true,
    developer: true,
    minimumAge: true,
    baseGameId: true,
    media: {
      where: { kind: { in: ["cover", "hero", "screenshot"] }, storageKey: { not: null } },
      orderBy: { position: "asc" },
      select: mediaSelect,
    },
    categories: { select: { category: named }, orderBy: { category: { name: "asc" } } },
    tags: { select: { tag: named }, orderBy: { weight: "desc" }, take: 12 },
    platforms: { select: { platform: named }, orderBy: { platformId: "asc" } },
    languages: {
      select: { language: true, hasInterface: true, hasSubtitles: true, hasAudio: true },
      orderBy: { language: { name: "asc" } },
    },
    systemRequirements: {
      include: { platform: named },
      orderBy: [{ platformId: "asc" }, { tier: "asc" }],
    },
    ageRatings: { orderBy: { board: "asc" } },
    extras: {
      where: { status: "published" },
      select: { id: true },
      orderBy: [{ kind: "asc" }, { releaseDate: "asc" }],
    },
  } satisfies Prisma.GameSelect;
}

type DetailRow = Prisma.GameGetPayload<{ select: ReturnType<typeof detailSelect> }>;

async function listLatestReviews(db: Db, gameId: string): Promise<GameReview[]> {
  const reviews = await db.review.findMany({
    where: { gameId, status: "visible", body: { not: "" } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: LATEST_REVIEWS,
    include: { user: { select: { name: true } } },
  });
  return reviews.map(({ user, createdAt, ...review }) => ({
    ...review,
    author: user.name,
    createdAt: createdAt.toISOString(),
  }));
}

async function countByStars(db: Db, gameId: string): Promise<GameDetail["reviewsByStars"]> {
  const groups = await db.review.groupBy({ by: ["stars"], where: { gameId, status: "visible" }, _count: true });
  const counts = new Map(groups.map((group) => [group.stars, group._count]));
  return [5, 4, 3, 2, 1].map((stars) => ({ stars, count: counts.get(stars) ?? 0 }));
}

function toFacts(row: DetailRow) {
  return {
    description: row.description,
    developer: row.developer,
    minimumAge: row.minimumAge,
    hero: toPicture(row.media.find((media) => media.kind === "hero")),
    screenshots: row.media.filter((media) => media.kind === "screenshot").flatMap((media) => toPicture(media) ?? []),
    categories: row.categories.map(({ category }) => category),
    tags: row.tags.map(({ tag }) => tag),
    platforms: row.platforms.map(({ platform }) => platform),
    languages: row.languages.map(({ language, ...has }) => ({ ...language, ...has })),
    systemRequirements: row.systemRequirements.map(({ platform, ...rest }) => ({ ...rest, platform: platform.name })),
    ageRatings: row.ageRatings,
  };
}

/** Everything that a published game's page shows, or null where there is none of that slug. */
export async function loadGameDetail(db: Db, slug: string, now: Date): Promise<GameDetail | null> {
  const row = await db.game.findFirst({ where: { slug, status: "published" }, select: detailSelect(now) });
  if (!row) return null;
  const [extras, baseGames, reviewsByStars, latestReviews] = await Promise.all([
    listGameCards(
      db,
      row.extras.map((extra) => extra.id),
      now,
    ),
    listGameCards(db, row.baseGameId ? [row.baseGameId] : [], now),
    countByStars(db, row.id),
    listLatestReviews(db, row.id),
  ]);
  return {
    ...toGameCard(row, now),
    ...toFacts(row),
    extras,
    baseGame: baseGames[0] ?? null,
    reviewsByStars,
    latestReviews,
  };
}
