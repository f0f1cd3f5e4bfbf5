import { handler } from "@/lib/server/http/handler";
import { placeOrder } from "@/lib/server/orders/commands";
import { listOrders } from "@/lib/server/orders/queries";
import { ORDER_LIMIT } from "@/lib/server/orders/rules";
import { orderPageSchema, orderSchema, placeOrderSchema } from "@/lib/shared/orders";
import { pageQuerySchema } from "@/lib/shared/page";

/** One's own orders, latest first. */
export const GET = handler(
  { access: "signed_in", query: pageQuerySchema, output: orderPageSchema },
  ({ actor, query, db }) => listOrders(actor, query, db),
);

/** Orders at the price shown. The same idempotency key answers with the same order. */
export const POST = handler(
  { access: "signed_in", rateLimit: ORDER_LIMIT, body: placeOrderSchema, output: orderSchema, status: 201 },
  ({ actor, body, db }) => placeOrder(actor, body, db),
);
