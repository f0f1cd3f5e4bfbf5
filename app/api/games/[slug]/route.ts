import { getGame } from "@/lib/server/catalogue/queries";
import { handler, slugParamsSchema } from "@/lib/server/http/handler";
import { gameDetailSchema } from "@/lib/shared/catalogue";

export const GET = handler({ access: "public", params: slugParamsSchema, output: gameDetailSchema }, ({ params, db }) =>
  getGame(params.slug, new Date(), db),
);
