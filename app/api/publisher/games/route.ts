import { handler } from "@/lib/server/http/handler";
import { listPublisherGameSales } from "@/lib/server/sales/queries";
import { gameSalesPageSchema, gameSalesQuerySchema } from "@/lib/shared/sales";

export const GET = handler(
  { access: "signed_in", query: gameSalesQuerySchema, output: gameSalesPageSchema },
  ({ actor, query, db }) => listPublisherGameSales(actor, query, db),
);
