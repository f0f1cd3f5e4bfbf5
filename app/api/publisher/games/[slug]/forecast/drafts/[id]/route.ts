import { z } from "zod";
import { deleteDraft } from "@/lib/server/forecasts/commands";
import { getPublisherGame } from "@/lib/server/forecasts/queries";
import { handler, slugParamsSchema } from "@/lib/server/http/handler";

const paramsSchema = slugParamsSchema.extend({ id: z.uuid() });

/** Takes a draft back; a published promotion is not one. */
export const DELETE = handler({ access: "signed_in", params: paramsSchema }, async ({ actor, params, db }) => {
  await deleteDraft(actor, await getPublisherGame(actor, params.slug, db), params.id, db);
  return undefined;
});
