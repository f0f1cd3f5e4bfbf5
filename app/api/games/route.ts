import { listGames } from "@/lib/server/catalogue/queries";
import { findRequestCurrency } from "@/lib/server/currency/queries";
import { handler } from "@/lib/server/http/handler";
import { gamePageSchema } from "@/lib/shared/catalogue";
import { gameQuerySchema } from "@/lib/shared/catalogue-query";

export const GET = handler(
  { access: "public", query: gameQuerySchema, output: gamePageSchema },
  ({ actor, query, request, db }) => listGames(query, { currency: findRequestCurrency(request, actor) }, db),
);
