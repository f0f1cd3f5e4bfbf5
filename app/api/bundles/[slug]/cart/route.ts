import { addBundle } from "@/lib/server/cart/commands";
import { findRequestCurrency } from "@/lib/server/currency/queries";
import { answerShopper } from "@/lib/server/guests/answer";
import { CART_LIMIT } from "@/lib/server/guests/limits";
import { openShopper } from "@/lib/server/guests/open-shopper";
import { handler, slugParamsSchema } from "@/lib/server/http/handler";
import { addedLinesSchema } from "@/lib/shared/bundles";

/** Puts what the shopper does not own of a bundle into the cart, all or none of it. */
export const POST = handler(
  { access: "public", params: slugParamsSchema, rateLimit: CART_LIMIT },
  async ({ actor, params, request, db }) => {
    const opened = await openShopper(actor, request, db, { isWrite: true });
    const view = { currency: findRequestCurrency(request, actor) };
    const lines = await addBundle(opened.shopper, params.slug, db, view);
    return answerShopper(opened, addedLinesSchema, { lines }, 201);
  },
);
