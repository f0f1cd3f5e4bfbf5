import type { FeaturedGame } from "@/lib/shared/featured";
import type { Prisma } from "@/prisma/generated/client";
import { mediaSelect, toPicture } from "../catalogue/media";
import { type Db, getDb } from "../db";
import { escapeLike } from "../escape-like";

const select = {
  slug: true,
  title: true,
  status: true,
  publisher: { select: { name: true } },
  media: {
    where: { kind: { in: ["cover", "hero"] }, storageKey: { not: null } },
    orderBy: [{ kind: "desc" }, { position: "asc" }],
    take: 1,
    select: mediaSelect,
  },
} satisfies Prisma.GameSelect;

type Row = Prisma.GameGetPayload<{ select: typeof select }>;

function toFeaturedGame({ slug, title, status, publisher, media }: Row): FeaturedGame {
  return { slug, title, publisher: publisher.name, picture: toPicture(media[0]), isShown: status === "published" };
}

/** The games of the stage in their order, withdrawn ones too. */
export async function listFeaturedGames(db: Db = getDb()): Promise<FeaturedGame[]> {
  const where = { featuredRank: { not: null } };
  const rows = await db.game.findMany({ where, orderBy: [{ featuredRank: "asc" }, { id: "asc" }], select });
  return rows.map(toFeaturedGame);
}

const CANDIDATES = 8;

/** Published base games by a part of their title, those that sell most first: what can be put on the stage. */
export async function listCandidates(q: string, db: Db = getDb()): Promise<FeaturedGame[]> {
  const rows = await db.game.findMany({
    where: {
      status: "published",
      kind: "base",
      featuredRank: null,
      title: { contains: escapeLike(q), mode: "insensitive" },
    },
    orderBy: [{ popularity: "desc" }, { id: "asc" }],
    take: CANDIDATES,
    select,
  });
  return rows.map(toFeaturedGame);
}
