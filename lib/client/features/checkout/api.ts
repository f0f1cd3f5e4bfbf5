import { type Order, orderSchema, type PlaceOrderInput } from "@/lib/shared/orders";
import { callApi } from "../../api-client";

export function placeOrder(input: PlaceOrderInput, signal: AbortSignal): Promise<Order> {
  return callApi("/api/orders", { method: "POST", body: input, output: orderSchema, signal, timeoutMs: 30_000 });
}

/** Asks for the order anew: the server asks the payment provider where it is pending. */
export function getOrder(orderId: string, signal: AbortSignal): Promise<Order> {
  return callApi(`/api/orders/${orderId}`, { output: orderSchema, signal });
}

/** What the checkout's saga asks of the server. */
export const checkoutApi = { placeOrder, getOrder };

export type CheckoutApi = typeof checkoutApi;
