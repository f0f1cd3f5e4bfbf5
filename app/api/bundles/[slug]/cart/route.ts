import { addBundle } from "@/lib/server/cart/commands";
import { findRequestCurrency } from "@/lib/server/currency/queries";
import { openShopper } from "@/lib/server/guests/open-shopper";
import { handler, slugParamsSchema } from "@/lib/server/http/handler";
import { addedLinesSchema } from "@/lib/shared/bundles";

/** Puts what the shopper does not own of a bundle into the cart, all or none of it. */
export const POST = handler({ access: "public", params: slugParamsSchema }, async ({ actor, params, request, db }) => {
  const { shopper, headers } = await openShopper(actor, request, db, { isWrite: true });
  const view = { currency: findRequestCurrency(request, actor) };
  const answer = addedLinesSchema.parse({ lines: await addBundle(shopper, params.slug, db, view) });
  return Response.json(answer, { status: 201, headers: { "cache-control": "no-store", ...headers } });
});
