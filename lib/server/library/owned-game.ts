import { toDay } from "@/lib/shared/day";
import type { Build, OwnedGame } from "@/lib/shared/library";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { mediaSelect, toPicture } from "../catalogue/media";
import { type Db, getDb } from "../db";
import { AppError } from "../errors";
import { isBuildKey } from "./downloads";
import { libraryInclude, toLibraryGame } from "./queries";

const named = { select: { slug: true, name: true } } as const;

const buildSelect = {
  id: true,
  version: true,
  sizeBytes: true,
  sha256: true,
  storageKey: true,
  releasedAt: true,
  platform: named,
} satisfies Prisma.BuildSelect;

function ownedGameInclude(userId: string) {
  return {
    ...libraryInclude,
    game: {
      select: {
        ...libraryInclude.game.select,
        releaseDate: true,
        media: { select: mediaSelect, where: { kind: { in: ["cover", "hero"] } }, orderBy: { position: "asc" } },
        builds: {
          select: buildSelect,
          where: { status: "ready" },
          orderBy: [
            { platform: { name: "asc" } },
            { releasedAt: { sort: "desc", nulls: "last" } },
            { version: "desc" },
          ],
        },
        reviews: { select: { id: true }, where: { userId }, take: 1 },
        collections: {
          select: { collection: { select: { id: true, name: true } } },
          where: { collection: { userId } },
          orderBy: { collection: { position: "asc" } },
        },
      },
    },
    orderItem: {
      select: {
        orderId: true,
        licenceKeys: {
          select: { code: true },
          where: { status: "sold", soldAt: { not: null } },
          orderBy: { code: "asc" },
        },
      },
    },
  } satisfies Prisma.EntitlementInclude;
}

type BuildRow = Prisma.BuildGetPayload<{ select: typeof buildSelect }>;

/** The builds, of which the first one of each platform is its newest. */
function toBuilds(rows: readonly BuildRow[]): Build[] {
  const seen = new Set<string>();
  return rows.map(({ id, platform, version, sizeBytes, sha256, storageKey, releasedAt }) => {
    const isLatest = !seen.has(platform.slug);
    seen.add(platform.slug);
    return {
      id,
      platform,
      version,
      sizeBytes: Number(sizeBytes),
      sha256,
      releasedAt: releasedAt?.toISOString() ?? null,
      canDownload: storageKey !== null && isBuildKey(storageKey),
      isLatest,
    };
  });
}

/** One's own game with all that its owner gets; throws `not_found` for a game that is not in the library. */
export async function getOwnedGame(
  { userId }: Pick<Actor, "userId">,
  slug: string,
  db: Db = getDb(),
): Promise<OwnedGame> {
  const row = await db.entitlement.findFirst({
    where: { userId, revokedAt: null, game: { slug } },
    include: ownedGameInclude(userId),
  });
  if (!row) throw new AppError("not_found", say("errors.notInLibrary"));
  const { media, builds, reviews, collections, releaseDate, ...game } = row.game;
  const [covers, heroes] = [media.filter(({ kind }) => kind === "cover"), media.filter(({ kind }) => kind === "hero")];
  return {
    ...toLibraryGame({ ...row, game: { ...game, media: covers } }),
    hero: toPicture(heroes[0]),
    releaseDate: releaseDate && toDay(releaseDate),
    builds: toBuilds(builds),
    licenceKeys: row.orderItem?.licenceKeys.map(({ code }) => code) ?? [],
    hasReview: reviews.length > 0,
    collections: collections.map(({ collection }) => collection),
  };
}
