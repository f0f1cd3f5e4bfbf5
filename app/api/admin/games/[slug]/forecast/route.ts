import { handler, slugParamsSchema } from "@/lib/server/http/handler";
import { getStoreGameForecast } from "@/lib/server/sales/queries";
import { gameForecastSchema } from "@/lib/shared/forecast";

export const GET = handler(
  { access: ["staff", "admin"], params: slugParamsSchema, output: gameForecastSchema },
  ({ actor, params, db }) => getStoreGameForecast(actor, params.slug, db),
);
