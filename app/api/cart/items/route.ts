import { addCartItem } from "@/lib/server/cart/commands";
import { findRequestCurrency } from "@/lib/server/currency/queries";
import { answerShopper } from "@/lib/server/guests/answer";
import { CART_LIMIT } from "@/lib/server/guests/limits";
import { openShopper } from "@/lib/server/guests/open-shopper";
import { handler } from "@/lib/server/http/handler";
import { addCartItemSchema, cartLineSchema } from "@/lib/shared/cart";

/** Puts a game into the cart and answers with its line; a guest gets the cookie that the cart is found by. */
export const POST = handler(
  { access: "public", body: addCartItemSchema, rateLimit: CART_LIMIT },
  async ({ actor, body, request, db }) => {
    const opened = await openShopper(actor, request, db, { isWrite: true });
    const line = await addCartItem(opened.shopper, body, db, { currency: findRequestCurrency(request, actor) });
    return answerShopper(opened, cartLineSchema, line, 201);
  },
);
