import { openCart } from "@/lib/server/cart/open-cart";
import { getCart } from "@/lib/server/cart/queries";
import { handler } from "@/lib/server/http/handler";
import { cartSchema } from "@/lib/shared/cart";

/** The cart at the prices of the moment; a guest's cart is merged into the cart of who signed in. */
export const GET = handler({ access: "public", output: cartSchema }, async ({ actor, request, db }) => {
  const { owner, headers } = await openCart(actor, request, db, { isWrite: false });
  const cart = cartSchema.parse(await getCart(owner, db));
  return Response.json(cart, { headers: { "cache-control": "no-store", ...headers } });
});
