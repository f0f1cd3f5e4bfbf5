import { findRequestCurrency } from "@/lib/server/currency/queries";
import { answerShopper } from "@/lib/server/guests/answer";
import { WISHLIST_LIMIT } from "@/lib/server/guests/limits";
import { openShopper } from "@/lib/server/guests/open-shopper";
import { handler } from "@/lib/server/http/handler";
import { addWish } from "@/lib/server/wishlists/commands";
import { addWishSchema, wishSchema } from "@/lib/shared/wishlist";

/** Puts a game onto the wishlist; a guest gets the cookie that the list is found by. */
export const POST = handler(
  { access: "public", body: addWishSchema, rateLimit: WISHLIST_LIMIT },
  async ({ actor, body, request, db }) => {
    const opened = await openShopper(actor, request, db, { isWrite: true });
    const wish = await addWish(opened.shopper, body, db, { currency: findRequestCurrency(request, actor) });
    return answerShopper(opened, wishSchema, wish, 201);
  },
);
