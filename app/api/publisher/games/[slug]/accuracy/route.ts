import { handler, slugParamsSchema } from "@/lib/server/http/handler";
import { getPublisherGameAccuracy } from "@/lib/server/ledger/queries";
import { gameAccuracySchema } from "@/lib/shared/ledger";

export const GET = handler(
  { access: "signed_in", params: slugParamsSchema, output: gameAccuracySchema },
  ({ actor, params, db }) => getPublisherGameAccuracy(actor, params.slug, db),
);
