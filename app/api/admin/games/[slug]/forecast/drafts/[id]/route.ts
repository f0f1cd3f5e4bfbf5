import { z } from "zod";
import { deleteDraft } from "@/lib/server/forecasts/commands";
import { getStoreGame } from "@/lib/server/forecasts/queries";
import { handler, slugParamsSchema } from "@/lib/server/http/handler";

const paramsSchema = slugParamsSchema.extend({ id: z.uuid() });

/** Takes a draft back; a published promotion is not one. */
export const DELETE = handler({ access: ["staff", "admin"], params: paramsSchema }, async ({ actor, params, db }) => {
  await deleteDraft(actor, await getStoreGame(actor, params.slug, db), params.id, db);
  return undefined;
});
