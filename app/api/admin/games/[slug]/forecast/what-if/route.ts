import { askWhatIf } from "@/jobs/forecast/what-if";
import { ASK_LIMIT } from "@/lib/server/forecasts/limits";
import { getStoreGame } from "@/lib/server/forecasts/queries";
import { handler, slugParamsSchema } from "@/lib/server/http/handler";
import { getStorage } from "@/lib/server/storage/s3-storage";
import { askWhatIfSchema, whatIfSchema } from "@/lib/shared/forecast-plan";

/** Units and revenue under a plan of prices beside those under the prices planned now. */
export const POST = handler(
  {
    access: ["staff", "admin"],
    params: slugParamsSchema,
    body: askWhatIfSchema,
    output: whatIfSchema,
    rateLimit: ASK_LIMIT,
  },
  async ({ actor, params, body, db }) =>
    askWhatIf(await getStoreGame(actor, params.slug, db), body.plan, { db, storage: getStorage() }),
);
