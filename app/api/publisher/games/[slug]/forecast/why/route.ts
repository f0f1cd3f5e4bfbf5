import { explainGame } from "@/jobs/forecast/why";
import { ASK_LIMIT } from "@/lib/server/forecasts/limits";
import { getPublisherGame } from "@/lib/server/forecasts/queries";
import { handler, slugParamsSchema } from "@/lib/server/http/handler";
import { getStorage } from "@/lib/server/storage/s3-storage";
import { forecastWhySchema } from "@/lib/shared/forecast-why";

/** What moves each day of the game's forecast away from its level. */
export const GET = handler(
  { access: "signed_in", params: slugParamsSchema, output: forecastWhySchema, rateLimit: ASK_LIMIT },
  async ({ actor, params, db }) =>
    explainGame(await getPublisherGame(actor, params.slug, db), { db, storage: getStorage() }),
);
