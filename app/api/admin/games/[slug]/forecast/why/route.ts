import { explainGame } from "@/jobs/forecast/why";
import { ASK_LIMIT } from "@/lib/server/forecasts/limits";
import { getStoreGame } from "@/lib/server/forecasts/queries";
import { handler, slugParamsSchema } from "@/lib/server/http/handler";
import { getStorage } from "@/lib/server/storage/s3-storage";
import { forecastWhySchema } from "@/lib/shared/forecast-why";

/** What moves each day of the game's forecast away from its level. */
export const GET = handler(
  { access: ["staff", "admin"], params: slugParamsSchema, output: forecastWhySchema, rateLimit: ASK_LIMIT },
  async ({ actor, params, db }) =>
    explainGame(await getStoreGame(actor, params.slug, db), { db, storage: getStorage() }),
);
