import { PLAYER_MODES } from "@/lib/shared/catalogue-query";
import { toDay } from "@/lib/shared/day";
import { ACCESSIBILITY_AREAS, type GameDetail } from "@/lib/shared/game-detail";
import type { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { gameCardSelect, listGameCards, toGameCard } from "./cards";
import { listPlayerModes } from "./finder/player-modes";
import { toPicture, toVideo, videoSelect } from "./media";
import type { PriceView } from "./prices";

const named = { select: { slug: true, name: true } } as const;

function detailSelect(now: Date) {
  return {
    ...gameCardSelect(now),
    description: true,
    developer: true,
    minimumAge: true,
    baseGameId: true,
    updatedAt: true,
    media: { where: { storageKey: { not: null } }, orderBy: { position: "asc" }, select: videoSelect },
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
    builds: {
      where: { status: "ready" },
      select: { platform: named, version: true, sizeBytes: true },
      orderBy: [{ platformId: "asc" }, { releasedAt: { sort: "desc", nulls: "last" } }, { version: "desc" }],
      distinct: ["platformId"],
    },
    accessibility: {
      select: { feature: { select: { slug: true, name: true, area: true } } },
      orderBy: { feature: { id: "asc" } },
    },
    ageRatings: { orderBy: { board: "asc" } },
  } satisfies Prisma.GameSelect;
}

type DetailRow = Prisma.GameGetPayload<{ select: ReturnType<typeof detailSelect> }>;

function toAccessibility(row: DetailRow): GameDetail["accessibility"] {
  return row.accessibility.flatMap(({ feature: { area: stored, ...feature } }) => {
    const area = ACCESSIBILITY_AREAS.find((known) => known === stored);
    return area ? [{ ...feature, area }] : [];
  });
}

function toPlayers({ categories }: DetailRow): GameDetail["players"] {
  const modes = new Set(categories.flatMap(({ category }) => listPlayerModes(category.slug)));
  return PLAYER_MODES.filter((mode) => modes.has(mode));
}

function toMedia({ media }: DetailRow) {
  return {
    hero: toPicture(media.find(({ kind }) => kind === "hero")),
    screenshots: media.filter(({ kind }) => kind === "screenshot").flatMap((one) => toPicture(one) ?? []),
    videos: media.filter(({ kind }) => kind === "video").flatMap((one) => toVideo(one) ?? []),
  };
}

function toFacts(row: DetailRow) {
  return {
    description: row.description,
    developer: row.developer,
    minimumAge: row.minimumAge,
    categories: row.categories.map(({ category }) => category),
    players: toPlayers(row),
    tags: row.tags.map(({ tag }) => tag),
    platforms: row.platforms.map(({ platform }) => platform),
    languages: row.languages.map(({ language, ...has }) => ({ ...language, ...has })),
    systemRequirements: row.systemRequirements,
    builds: row.builds.map(({ sizeBytes, ...build }) => ({ ...build, sizeBytes: Number(sizeBytes) })),
    accessibility: toAccessibility(row),
    ageRatings: row.ageRatings,
    updatedOn: toDay(row.updatedAt),
  };
}

/** The other games of a family: the base game first, then editions and DLC, oldest first. */
async function listFamily(db: Db, { id, baseGameId }: DetailRow, view: PriceView) {
  const headId = baseGameId ?? id;
  const extras = await db.game.findMany({
    where: { baseGameId: headId, status: "published", id: { not: id } },
    select: { id: true },
    orderBy: [{ kind: "asc" }, { releaseDate: "asc" }, { id: "asc" }],
  });
  const ids = [...(baseGameId ? [baseGameId] : []), ...extras.map((extra) => extra.id)];
  const cards = await listGameCards(db, ids, view);
  return {
    baseGame: cards.find((card) => card.id === baseGameId) ?? null,
    extras: cards.filter((card) => card.id !== baseGameId),
  };
}

/** Everything that a published game's page shows, or null where there is none of that slug. */
export async function loadGameDetail(db: Db, slug: string, view: PriceView): Promise<GameDetail | null> {
  const row = await db.game.findFirst({ where: { slug, status: "published" }, select: detailSelect(view.now) });
  if (!row) return null;
  return { ...toGameCard(row, view), ...toMedia(row), ...toFacts(row), ...(await listFamily(db, row, view)) };
}
