import { addCartItem } from "@/lib/server/cart/commands";
import { openCart } from "@/lib/server/cart/open-cart";
import { handler } from "@/lib/server/http/handler";
import { addCartItemSchema, cartLineSchema } from "@/lib/shared/cart";

/** Puts a game into the cart and answers with its line; a guest gets the cookie that the cart is found by. */
export const POST = handler({ access: "public", body: addCartItemSchema }, async ({ actor, body, request, db }) => {
  const { owner, headers } = await openCart(actor, request, db, { isWrite: true });
  const line = cartLineSchema.parse(await addCartItem(owner, body, db));
  return Response.json(line, { status: 201, headers: { "cache-control": "no-store", ...headers } });
});
