import { type Cart, type CartLine, cartLineSchema, cartSchema } from "@/lib/shared/cart";
import { callApi } from "../../api-client";

export function loadCart(_input: unknown, signal: AbortSignal): Promise<Cart> {
  return callApi("/api/cart", { output: cartSchema, signal });
}

/** Answers with the line as the server has it: at the price of the moment. */
export function addItem({ gameId }: CartLine, signal: AbortSignal): Promise<CartLine> {
  return callApi("/api/cart/items", {
    method: "POST",
    body: { gameId },
    output: cartLineSchema,
    outlivesPage: true,
    signal,
  });
}

export function removeItem({ gameId }: CartLine, signal: AbortSignal): Promise<undefined> {
  return callApi(`/api/cart/items/${gameId}`, { method: "DELETE", outlivesPage: true, signal });
}

/** What the cart's saga asks of the server. */
export const cartApi = { loadCart, addItem, removeItem };

export type CartApi = typeof cartApi;
