import { getGameFacets } from "@/lib/server/catalogue/queries";
import { findRequestCurrency } from "@/lib/server/currency/queries";
import { handler } from "@/lib/server/http/handler";
import { gameFacetsSchema } from "@/lib/shared/catalogue-facets";
import { gameQuerySchema } from "@/lib/shared/catalogue-query";

export const GET = handler(
  { access: "public", query: gameQuerySchema, output: gameFacetsSchema },
  ({ actor, query, request, db }) => getGameFacets(query, { currency: findRequestCurrency(request, actor) }, db),
);
