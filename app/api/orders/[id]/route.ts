import { z } from "zod";
import { handler } from "@/lib/server/http/handler";
import { refreshOrder } from "@/lib/server/orders/commands";
import { orderSchema } from "@/lib/shared/orders";

const paramsSchema = z.object({ id: z.uuid() });

/** One's own order; asking for a pending one asks its payment provider. */
export const GET = handler(
  { access: "signed_in", params: paramsSchema, output: orderSchema },
  ({ actor, params, db }) => refreshOrder(actor, params.id, db),
);
