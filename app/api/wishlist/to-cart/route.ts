import { findRequestCurrency } from "@/lib/server/currency/queries";
import { answerShopper } from "@/lib/server/guests/answer";
import { WISHLIST_LIMIT } from "@/lib/server/guests/limits";
import { openShopper } from "@/lib/server/guests/open-shopper";
import { handler } from "@/lib/server/http/handler";
import { moveWishesToCart } from "@/lib/server/wishlists/to-cart";
import { movedToCartSchema, moveToCartSchema } from "@/lib/shared/wishlist";

/** Moves wishes into the cart and answers with what became of each. */
export const POST = handler(
  { access: "public", body: moveToCartSchema, rateLimit: WISHLIST_LIMIT },
  async ({ actor, body, request, db }) => {
    const opened = await openShopper(actor, request, db, { isWrite: true });
    const view = { currency: findRequestCurrency(request, actor) };
    return answerShopper(opened, movedToCartSchema, await moveWishesToCart(opened.shopper, body.gameIds, db, view));
  },
);
