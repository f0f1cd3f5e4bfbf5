import { getCart } from "@/lib/server/cart/queries";
import { findRequestCurrency } from "@/lib/server/currency/queries";
import { answerShopper } from "@/lib/server/guests/answer";
import { openShopper } from "@/lib/server/guests/open-shopper";
import { handler } from "@/lib/server/http/handler";
import { cartSchema } from "@/lib/shared/cart";

/** The cart at the prices of the moment; what a guest had is merged into what the user has who signed in. */
export const GET = handler({ access: "public", output: cartSchema }, async ({ actor, request, db }) => {
  const opened = await openShopper(actor, request, db, { isWrite: false });
  const cart = await getCart(opened.shopper, db, { currency: findRequestCurrency(request, actor) });
  return answerShopper(opened, cartSchema, cart);
});
