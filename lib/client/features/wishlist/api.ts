import {
  type MovedToCart,
  movedToCartSchema,
  type Wish,
  type Wishlist,
  wishIdsSchema,
  wishlistSchema,
  wishSchema,
} from "@/lib/shared/wishlist";
import { callApi } from "../../api-client";
import { inTurn } from "../../store/in-turn";
import type { WishChange } from "./changes";

export async function loadIds(_input: unknown, signal: AbortSignal): Promise<string[]> {
  const { gameIds } = await callApi("/api/wishlist/ids", { output: wishIdsSchema, signal });
  return gameIds;
}

export function loadWishes(_input: unknown, signal: AbortSignal): Promise<Wishlist> {
  return callApi("/api/wishlist", { output: wishlistSchema, signal });
}

function send(change: WishChange, signal: AbortSignal): Promise<Wish | undefined> {
  const { gameId } = change.game;
  const path = `/api/wishlist/items/${gameId}`;
  const call = { outlivesPage: true, signal };
  switch (change.kind) {
    case "add": {
      const body = { gameId, ...(change.wish && { note: change.wish.note }), before: change.before };
      return callApi("/api/wishlist/items", { method: "POST", body, output: wishSchema, ...call });
    }
    case "remove":
      return callApi(path, { method: "DELETE", ...call });
    case "move":
      return callApi(path, { method: "PATCH", body: { before: change.before }, output: wishSchema, ...call });
    case "note":
      return callApi(path, { method: "PATCH", body: { note: change.note }, output: wishSchema, ...call });
  }
}

/** Answers with the wish as the server has it, or with nothing where it is gone. */
export function sendChange(change: WishChange, signal: AbortSignal): Promise<Wish | undefined> {
  return inTurn(signal, () => send(change, signal));
}

export function moveToCart(gameIds: string[], signal: AbortSignal): Promise<MovedToCart> {
  const call = { method: "POST", body: { gameIds }, output: movedToCartSchema, signal } as const;
  return inTurn(signal, () => callApi("/api/wishlist/to-cart", call));
}

/** What the wishlist's saga asks of the server. */
export const wishlistApi = { loadIds, loadWishes, sendChange, moveToCart };

export type WishlistApi = typeof wishlistApi;
