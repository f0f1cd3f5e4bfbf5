import { type Cart, type CartLine, cartLineSchema, cartSchema } from "@/lib/shared/cart";
import { type Wish, wishSchema } from "@/lib/shared/wishlist";
import { callApi } from "../../api-client";
import { inTurn } from "../../store/in-turn";

export function loadCart(_input: unknown, signal: AbortSignal): Promise<Cart> {
  return callApi("/api/cart", { output: cartSchema, signal });
}

/** Answers with the line as the server has it: at the price of the moment. */
export function addItem({ gameId }: CartLine, signal: AbortSignal): Promise<CartLine> {
  const call = { method: "POST", body: { gameId }, output: cartLineSchema, outlivesPage: true, signal } as const;
  return inTurn(signal, () => callApi("/api/cart/items", call));
}

export function removeItem({ gameId }: CartLine, signal: AbortSignal): Promise<undefined> {
  return inTurn(signal, () => callApi(`/api/cart/items/${gameId}`, { method: "DELETE", outlivesPage: true, signal }));
}

/** Moves a game to the wishlist and answers with it as it stands there. */
export function saveForLater({ gameId }: CartLine, signal: AbortSignal): Promise<Wish> {
  const call = { method: "POST", output: wishSchema, outlivesPage: true, signal } as const;
  return inTurn(signal, () => callApi(`/api/cart/items/${gameId}/later`, call));
}

/** What the cart's saga asks of the server. */
export const cartApi = { loadCart, addItem, removeItem, saveForLater };

export type CartApi = typeof cartApi;
