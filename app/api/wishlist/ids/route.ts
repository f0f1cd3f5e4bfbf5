import { answerShopper } from "@/lib/server/guests/answer";
import { openShopper } from "@/lib/server/guests/open-shopper";
import { handler } from "@/lib/server/http/handler";
import { listWishIds } from "@/lib/server/wishlists/queries";
import { wishIdsSchema } from "@/lib/shared/wishlist";

/** Which games are on the wishlist: what the hearts of every page need. */
export const GET = handler({ access: "public", output: wishIdsSchema }, async ({ actor, request, db }) => {
  const opened = await openShopper(actor, request, db, { isWrite: false });
  return answerShopper(opened, wishIdsSchema, { gameIds: await listWishIds(opened.shopper, db) });
});
