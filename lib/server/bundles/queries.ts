import { type BundleOffer, computeBundleTotal } from "@/lib/shared/bundles";
import type { CartLine } from "@/lib/shared/cart";
import type { Prisma } from "@/prisma/generated/client";
import { listOffersOfEach, type OfferView } from "../cart/offers";
import { type Db, getDb } from "../db";
import { FEWEST_GAMES } from "./rules";
import { bundleSetSelect } from "./sets";

/** The bundles that have a page: published, and without a game that nobody may know of yet. */
export const publicBundles = {
  status: "published",
  games: { every: { game: { status: { not: "draft" } } } },
} satisfies Prisma.BundleWhereInput;

const bundleSelect = {
  ...bundleSetSelect,
  description: true,
  publisher: { select: { slug: true, name: true } },
} satisfies Prisma.BundleSelect;

type BundleRow = Prisma.BundleGetPayload<{ select: typeof bundleSelect }>;

function toBundleOffer({ games, id: _id, ...bundle }: BundleRow, offers: ReadonlyMap<string, CartLine>): BundleOffer {
  const lines = games.flatMap(({ gameId }) => offers.get(gameId) ?? []);
  // A bundle may have lost games that were deleted.
  const isSet = lines.length >= FEWEST_GAMES;
  const total = isSet ? computeBundleTotal(lines) : null;
  const isOwned = isSet && lines.every(({ unavailable }) => unavailable === "owned");
  return { ...bundle, lines, total, state: isOwned ? "owned" : total ? "offered" : "unavailable" };
}

async function listBundleOffers(db: Db, where: Prisma.BundleWhereInput, view: OfferView): Promise<BundleOffer[]> {
  const rows = await db.bundle.findMany({
    where: { AND: [where, publicBundles] },
    select: bundleSelect,
    orderBy: [{ discountPercent: "desc" }, { slug: "asc" }],
  });
  if (rows.length === 0) return [];
  const sets = rows.map(({ games }) => games.map(({ gameId }) => gameId));
  const offers = await listOffersOfEach(db, sets, view);
  return rows.map((row, place) => toBundleOffer(row, offers[place] ?? new Map()));
}

/** A published bundle at the prices that the shopper sees, or null. */
export async function findBundle(slug: string, view: OfferView, db: Db = getDb()): Promise<BundleOffer | null> {
  return (await listBundleOffers(db, { slug }, view))[0] ?? null;
}

/** The bundles that can be completed or are owned, largest discount first. */
export async function listBundles(view: OfferView, db: Db = getDb()): Promise<BundleOffer[]> {
  return (await listBundleOffers(db, {}, view)).filter(({ state }) => state !== "unavailable");
}

/** The bundles that hold a game and that the shopper can complete, largest discount first. */
export async function listBundlesOfGame(gameId: string, view: OfferView, db: Db = getDb()): Promise<BundleOffer[]> {
  const offers = await listBundleOffers(db, { games: { some: { gameId } } }, view);
  return offers.filter(({ state }) => state === "offered");
}
