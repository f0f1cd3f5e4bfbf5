import { z } from "zod";
import { removeCartItem } from "@/lib/server/cart/commands";
import { openCart } from "@/lib/server/cart/open-cart";
import { handler } from "@/lib/server/http/handler";

const paramsSchema = z.object({ gameId: z.uuid() });

/** Takes a game out of the cart. */
export const DELETE = handler({ access: "public", params: paramsSchema }, async ({ actor, params, request, db }) => {
  const { owner, headers } = await openCart(actor, request, db, { isWrite: false });
  if (owner.userId || owner.guestToken) await removeCartItem(owner, params.gameId, db);
  return new Response(null, { status: 204, headers: { "cache-control": "no-store", ...headers } });
});
