import { handler } from "@/lib/server/http/handler";
import { listStoreGameSales } from "@/lib/server/sales/queries";
import { gameSalesPageSchema, gameSalesQuerySchema } from "@/lib/shared/sales";

export const GET = handler(
  { access: ["staff", "admin"], query: gameSalesQuerySchema, output: gameSalesPageSchema },
  ({ actor, query, db }) => listStoreGameSales(actor, query, db),
);
