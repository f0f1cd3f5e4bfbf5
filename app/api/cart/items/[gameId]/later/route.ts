import { findRequestCurrency } from "@/lib/server/currency/queries";
import { answerShopper } from "@/lib/server/guests/answer";
import { CART_LIMIT } from "@/lib/server/guests/limits";
import { openShopper } from "@/lib/server/guests/open-shopper";
import { handler } from "@/lib/server/http/handler";
import { saveForLater } from "@/lib/server/wishlists/save-for-later";
import { gameIdParamsSchema } from "@/lib/shared/cart";
import { wishSchema } from "@/lib/shared/wishlist";

/** Moves a game from the cart to the wishlist. */
export const POST = handler(
  { access: "public", params: gameIdParamsSchema, rateLimit: CART_LIMIT },
  async ({ actor, params, request, db }) => {
    const opened = await openShopper(actor, request, db, { isWrite: true });
    const view = { currency: findRequestCurrency(request, actor) };
    return answerShopper(opened, wishSchema, await saveForLater(opened.shopper, params.gameId, db, view), 201);
  },
);
