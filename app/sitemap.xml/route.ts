import { SITEMAP_HEADERS, toSitemapIndexXml } from "@/app/_seo/sitemap-xml";
import { handler } from "@/lib/server/http/handler";
import { listSitemapShards } from "@/lib/server/seo/queries";

const toFiles = (name: string, shards: readonly string[]) =>
  shards.map((shard) => `/sitemaps/${shard ? `${name}-${shard}` : name}.xml`);

/** The list of the shop's sitemaps. */
export const GET = handler({ access: "public" }, async ({ db }) => {
  const { games, publishers } = await listSitemapShards(db);
  const files = ["/sitemaps/pages.xml", ...toFiles("games", games), ...toFiles("publishers", publishers)];
  return new Response(toSitemapIndexXml(files), { headers: SITEMAP_HEADERS });
});
