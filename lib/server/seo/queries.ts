import { type Day, toDay } from "@/lib/shared/day";
import { toBundlePath, toGamePath, toTermPath } from "@/lib/shared/site-paths";
import { publicBundles } from "../bundles/queries";
import { type Db, getDb } from "../db";
import { type Shard, toIdRange, toShards } from "./shards";

/** A page that search engines may know: its address without the language, and when it was edited last, where that is known. */
export type SitemapPage = { path: string; changedOn: Day | null };

const ROWS_A_BATCH = 1_000;

type IdFilter = { gte: string; lte: string } | { gt: string; lte: string };

/** Reads the rows of a shard by their ids, batch after batch, so that no file is ever held whole. */
async function* walkShard<Row extends { id: string }>(
  shard: Shard,
  select: (id: IdFilter) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  const { from, through } = toIdRange(shard);
  let filter: IdFilter = { gte: from, lte: through };
  while (true) {
    const rows = await select(filter);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_A_BATCH) return;
    filter = { gt: last.id, lte: through };
  }
}

const page = { orderBy: { id: "asc" }, take: ROWS_A_BATCH } as const;

/** The pages of the published games of a shard. */
export async function* walkGamePages(shard: Shard, db: Db = getDb()): AsyncGenerator<SitemapPage[]> {
  const select = { id: true, slug: true, updatedAt: true } as const;
  const rows = walkShard(shard, (id) => db.game.findMany({ ...page, where: { status: "published", id }, select }));
  for await (const games of rows) {
    yield games.map(({ slug, updatedAt }) => ({ path: toGamePath(slug), changedOn: toDay(updatedAt) }));
  }
}

const withGames = { games: { some: { status: "published" } } } as const;

/** The pages of a shard's publishers that sell a game. */
export async function* walkPublisherPages(shard: Shard, db: Db = getDb()): AsyncGenerator<SitemapPage[]> {
  const select = { id: true, slug: true } as const;
  const rows = walkShard(shard, (id) => db.publisher.findMany({ ...page, where: { ...withGames, id }, select }));
  for await (const publishers of rows) {
    yield publishers.map(({ slug }) => ({ path: toTermPath("publisher", slug), changedOn: null }));
  }
}

/** The pages of the genres, categories and tags that hold a game, and of the bundles. */
export async function listTermPages(db: Db = getDb()): Promise<SitemapPage[]> {
  const query = {
    where: { games: { some: { game: { status: "published" } } } },
    select: { slug: true },
    orderBy: { slug: "asc" },
  } as const;
  const [genres, categories, tags, bundles] = await Promise.all([
    db.genre.findMany(query),
    db.category.findMany(query),
    db.tag.findMany(query),
    db.bundle.findMany({ where: publicBundles, select: { slug: true }, orderBy: { slug: "asc" } }),
  ]);
  const paths = [
    ...genres.map(({ slug }) => toTermPath("genre", slug)),
    ...categories.map(({ slug }) => toTermPath("category", slug)),
    ...tags.map(({ slug }) => toTermPath("tag", slug)),
    ...bundles.map(({ slug }) => toBundlePath(slug)),
  ];
  return paths.map((path) => ({ path, changedOn: null }));
}

/** The shards that the sitemaps of games and of publishers come in. */
export async function listSitemapShards(db: Db = getDb()): Promise<{ games: Shard[]; publishers: Shard[] }> {
  const games = await db.game.count({ where: { status: "published" } });
  const publishers = await db.publisher.count();
  return { games: toShards(games), publishers: toShards(publishers) };
}
