import { handler } from "@/lib/server/http/handler";
import { getStoreAccuracy } from "@/lib/server/ledger/queries";
import { storeAccuracySchema } from "@/lib/shared/ledger";

export const GET = handler({ access: ["staff", "admin"], output: storeAccuracySchema }, ({ actor, db }) =>
  getStoreAccuracy(actor, db),
);
