import { findRequestCurrency } from "@/lib/server/currency/queries";
import { answerShopper } from "@/lib/server/guests/answer";
import { openShopper } from "@/lib/server/guests/open-shopper";
import { handler } from "@/lib/server/http/handler";
import { getWishlist } from "@/lib/server/wishlists/queries";
import { wishlistSchema } from "@/lib/shared/wishlist";

/** The wishlist in its order, at the prices of the moment. */
export const GET = handler({ access: "public", output: wishlistSchema }, async ({ actor, request, db }) => {
  const opened = await openShopper(actor, request, db, { isWrite: false });
  const wishlist = await getWishlist(opened.shopper, db, { currency: findRequestCurrency(request, actor) });
  return answerShopper(opened, wishlistSchema, wishlist);
});
