import { setFeatured } from "@/lib/server/featured/commands";
import { listFeaturedGames } from "@/lib/server/featured/queries";
import { handler } from "@/lib/server/http/handler";
import { featuredListSchema, setFeaturedSchema } from "@/lib/shared/featured";

const access = ["staff", "admin"] as const;

export const GET = handler({ access, output: featuredListSchema }, async ({ db }) => ({
  items: await listFeaturedGames(db),
}));

export const PUT = handler(
  { access, body: setFeaturedSchema, output: featuredListSchema },
  async ({ actor, body, db }) => ({ items: await setFeatured(actor, body, db) }),
);
