import { handler, slugParamsSchema } from "@/lib/server/http/handler";
import { getStoreGameAccuracy } from "@/lib/server/ledger/queries";
import { gameAccuracySchema } from "@/lib/shared/ledger";

export const GET = handler(
  { access: ["staff", "admin"], params: slugParamsSchema, output: gameAccuracySchema },
  ({ actor, params, db }) => getStoreGameAccuracy(actor, params.slug, db),
);
