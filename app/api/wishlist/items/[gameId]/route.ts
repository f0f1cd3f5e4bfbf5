import { findRequestCurrency } from "@/lib/server/currency/queries";
import { answerDone, answerShopper, hasIdentity } from "@/lib/server/guests/answer";
import { WISHLIST_LIMIT } from "@/lib/server/guests/limits";
import { openShopper } from "@/lib/server/guests/open-shopper";
import { handler } from "@/lib/server/http/handler";
import { removeWishes, updateWish } from "@/lib/server/wishlists/commands";
import { gameIdParamsSchema } from "@/lib/shared/cart";
import { updateWishSchema, wishSchema } from "@/lib/shared/wishlist";

/** Changes the note of a wish or its place. */
export const PATCH = handler(
  { access: "public", params: gameIdParamsSchema, body: updateWishSchema, rateLimit: WISHLIST_LIMIT },
  async ({ actor, params, body, request, db }) => {
    const opened = await openShopper(actor, request, db, { isWrite: false });
    const view = { currency: findRequestCurrency(request, actor) };
    return answerShopper(opened, wishSchema, await updateWish(opened.shopper, params.gameId, body, db, view));
  },
);

/** Takes a game off the wishlist. */
export const DELETE = handler(
  { access: "public", params: gameIdParamsSchema },
  async ({ actor, params, request, db }) => {
    const opened = await openShopper(actor, request, db, { isWrite: false });
    if (hasIdentity(opened)) await removeWishes(opened.shopper, [params.gameId], db);
    return answerDone(opened);
  },
);
