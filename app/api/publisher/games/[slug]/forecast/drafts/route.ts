import { saveDraft } from "@/lib/server/forecasts/commands";
import { DRAFT_LIMIT } from "@/lib/server/forecasts/limits";
import { getPublisherGame, listDrafts } from "@/lib/server/forecasts/queries";
import { handler, slugParamsSchema } from "@/lib/server/http/handler";
import { draftPromotionSchema, draftPromotionsSchema, saveDraftSchema } from "@/lib/shared/forecast-plan";

const access = "signed_in";

/** The game's draft promotions. */
export const GET = handler(
  { access, params: slugParamsSchema, output: draftPromotionsSchema },
  async ({ actor, params, db }) => listDrafts(await getPublisherGame(actor, params.slug, db), db),
);

/** Saves a plan as a draft promotion; the shop is not touched. */
export const POST = handler(
  {
    access,
    params: slugParamsSchema,
    body: saveDraftSchema,
    output: draftPromotionSchema,
    status: 201,
    rateLimit: DRAFT_LIMIT,
  },
  async ({ actor, params, body, db }) => saveDraft(actor, await getPublisherGame(actor, params.slug, db), body, db),
);
