import { z } from "zod";
import { SITEMAP_HEADERS, toSitemapXml } from "@/app/_seo/sitemap-xml";
import { handler } from "@/lib/server/http/handler";
import { toTextStream } from "@/lib/server/http/text-stream";
import { listTermPages, type SitemapPage, walkGamePages, walkPublisherPages } from "@/lib/server/seo/queries";
import { TERM_INDEX_PATHS } from "@/lib/shared/site-paths";

const FILE = /^(pages|games|publishers)(?:-([0-9a-f]{1,3}))?\.xml$/;

const paramsSchema = z.object({ file: z.string().regex(FILE) });

const FIXED_PATHS = ["/", "/games", "/bundles", ...Object.values(TERM_INDEX_PATHS)];

type Walk = (shard: string, db: Parameters<typeof listTermPages>[0]) => AsyncGenerator<SitemapPage[]>;

async function* walkFixedPages(...[, db]: Parameters<Walk>): AsyncGenerator<SitemapPage[]> {
  yield FIXED_PATHS.map((path) => ({ path, changedOn: null }));
  yield await listTermPages(db);
}

const walks: Record<string, Walk> = { pages: walkFixedPages, games: walkGamePages, publishers: walkPublisherPages };

/** A sitemap: fixed and taxonomy pages, games, or publishers, of which a shop with many has several files. */
export const GET = handler({ access: "public", params: paramsSchema }, async ({ params, db }) => {
  const [, kind = "", shard = ""] = FILE.exec(params.file) ?? [];
  const walk = walks[kind] ?? walkFixedPages;
  return new Response(toTextStream(toSitemapXml(walk(shard, db))), { headers: SITEMAP_HEADERS });
});
