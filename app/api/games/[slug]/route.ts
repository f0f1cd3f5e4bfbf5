import { getGame } from "@/lib/server/catalogue/queries";
import { findRequestCurrency } from "@/lib/server/currency/queries";
import { handler, slugParamsSchema } from "@/lib/server/http/handler";
import { gameDetailSchema } from "@/lib/shared/game-detail";

export const GET = handler(
  { access: "public", params: slugParamsSchema, output: gameDetailSchema },
  ({ actor, params, request, db }) => getGame(params.slug, { currency: findRequestCurrency(request, actor) }, db),
);
