import { removeCartItem } from "@/lib/server/cart/commands";
import { answerDone, hasIdentity } from "@/lib/server/guests/answer";
import { openShopper } from "@/lib/server/guests/open-shopper";
import { handler } from "@/lib/server/http/handler";
import { gameIdParamsSchema } from "@/lib/shared/cart";

/** Takes a game out of the cart. */
export const DELETE = handler(
  { access: "public", params: gameIdParamsSchema },
  async ({ actor, params, request, db }) => {
    const opened = await openShopper(actor, request, db, { isWrite: false });
    if (hasIdentity(opened)) await removeCartItem(opened.shopper, params.gameId, db);
    return answerDone(opened);
  },
);
