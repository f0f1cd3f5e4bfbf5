import { handler, slugParamsSchema } from "@/lib/server/http/handler";
import { getPublisherGameForecast } from "@/lib/server/sales/queries";
import { gameForecastSchema } from "@/lib/shared/forecast";

export const GET = handler(
  { access: "signed_in", params: slugParamsSchema, output: gameForecastSchema },
  ({ actor, params, db }) => getPublisherGameForecast(actor, params.slug, db),
);
