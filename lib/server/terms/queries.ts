import { z } from "zod";
import { GATED_AGE } from "@/lib/shared/age-gate";
import { type Facet, facetSchema, type Picture } from "@/lib/shared/catalogue";
import type { PageFacet } from "@/lib/shared/site-paths";
import { mediaSelect, toPicture } from "../catalogue/media";
import { type Db, getDb } from "../db";
import { keep } from "../keep";
import { TERM_JOINS } from "./term-tables";

/** A genre, category, tag or publisher, by the store's own words. */
export type Term = { slug: string; name: string; description: string; website: string | null };

const bare = { slug: true, name: true } as const;

/** What stands in an address may be anything; a slug is this. */
const slugSchema = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** The term of that slug, or null. */
export async function findTerm(facet: PageFacet, slug: string, db: Db = getDb()): Promise<Term | null> {
  if (!slugSchema.safeParse(slug).success) return null;
  const where = { slug };
  switch (facet) {
    case "genre": {
      const genre = await db.genre.findUnique({ where, select: { ...bare, description: true } });
      return genre && { ...genre, website: null };
    }
    case "publisher":
      return db.publisher.findUnique({ where, select: { ...bare, description: true, website: true } });
    case "category": {
      const category = await db.category.findUnique({ where, select: bare });
      return category && { ...category, description: "", website: null };
    }
    case "tag": {
      const tag = await db.tag.findUnique({ where, select: bare });
      return tag && { ...tag, description: "", website: null };
    }
  }
}

/** What a term's page looks like changes by the night at most. */
const PICTURE_TTL_MS = 5 * 60_000;
const MAX_PICTURES = 2_000;
/** Best sold games among which one with a wide picture is looked for. */
const CANDIDATES = 12;

async function loadPicture(db: Db, key: `${PageFacet} ${string}`): Promise<{ picture: Picture | null }> {
  const [facet = "genre", slug = ""] = key.split(" ") as [PageFacet, string];
  const rows = await db.$queryRaw`
    SELECT g.id::text AS id FROM ${TERM_JOINS[facet]}
    WHERE t.slug = ${slug} AND g.status = 'published' AND g.minimum_age < ${GATED_AGE}
    ORDER BY g.popularity DESC, g.id LIMIT ${CANDIDATES}`;
  const ids = z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);
  const heroes = await db.media.findMany({
    where: { gameId: { in: ids }, kind: "hero", storageKey: { not: null } },
    select: { ...mediaSelect, gameId: true },
  });
  const best = ids.flatMap((id) => heroes.find(({ gameId }) => gameId === id) ?? [])[0];
  return { picture: toPicture(best) };
}

const pictureOf = keep({ ttlMs: PICTURE_TTL_MS, max: MAX_PICTURES }, loadPicture);

/** A wide picture for a term's page: of the best sold of its games that has one, and that everybody may see. */
export async function findTermPicture(facet: PageFacet, slug: string, db: Db = getDb()): Promise<Picture | null> {
  return (await pictureOf(db, `${facet} ${slug}`)).picture;
}

/** Terms on a page of all: an import brings more publishers than anybody reads. */
const MAX_LISTED_TERMS = 300;

const TERMS_TTL_MS = 5 * 60_000;

async function loadTerms(db: Db, facet: PageFacet): Promise<Facet[]> {
  const rows = await db.$queryRaw`
    SELECT t.slug, t.name, count(*)::int AS "gameCount" FROM ${TERM_JOINS[facet]}
    WHERE g.status = 'published' GROUP BY t.id ORDER BY "gameCount" DESC, t.name LIMIT ${MAX_LISTED_TERMS}`;
  return z.array(facetSchema).parse(rows);
}

const termsOf = keep({ ttlMs: TERMS_TTL_MS, max: 4 }, loadTerms);

/** Terms of a facet that hold a published game, largest first; counted anew every few minutes. */
export function listTerms(facet: PageFacet, db: Db = getDb()): Promise<Facet[]> {
  return termsOf(db, facet);
}
