import type { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import type { BundleSet } from "./rules";

/** What `toBundleSet` needs of a bundle. */
export const bundleSetSelect = {
  id: true,
  slug: true,
  title: true,
  discountPercent: true,
  games: { select: { gameId: true }, orderBy: [{ position: "asc" }, { gameId: "asc" }] },
} satisfies Prisma.BundleSelect;

function toBundleSet({ games, ...bundle }: Prisma.BundleGetPayload<{ select: typeof bundleSetSelect }>): BundleSet {
  return { ...bundle, gameIds: games.map(({ gameId }) => gameId) };
}

/** The published bundles that hold any of the games, by slug. */
export async function listBundlesWith(db: Db, gameIds: readonly string[]): Promise<BundleSet[]> {
  if (gameIds.length === 0) return [];
  const rows = await db.bundle.findMany({
    where: { status: "published", games: { some: { gameId: { in: [...gameIds] } } } },
    select: bundleSetSelect,
    orderBy: { slug: "asc" },
  });
  return rows.map(toBundleSet);
}

/** A published bundle by its slug, or null. */
export async function findBundleSet(db: Db, slug: string): Promise<BundleSet | null> {
  const row = await db.bundle.findFirst({ where: { slug, status: "published" }, select: bundleSetSelect });
  return row && toBundleSet(row);
}
