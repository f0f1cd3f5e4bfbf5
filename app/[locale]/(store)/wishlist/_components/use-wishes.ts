"use client";

import { useEffect } from "react";
import { selectSession } from "@/lib/client/features/session/selectors";
import { selectWishes, selectWishlist } from "@/lib/client/features/wishlist/selectors";
import { loadRequested, wishChanged } from "@/lib/client/features/wishlist/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { Wish } from "@/lib/shared/wishlist";

/** The server's list until the browser has loaded its own, and the browser's with its unconfirmed changes after that. */
export function useWishes(initial: readonly Wish[]) {
  const dispatch = useAppDispatch();
  const { hasWishes, status } = useAppSelector(selectWishlist);
  const known = useAppSelector(selectWishes);
  const userId = useAppSelector(selectSession)?.userId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another shopper has another list
  useEffect(() => {
    dispatch(loadRequested({ withWishes: true }));
  }, [dispatch, userId]);
  const wishes = hasWishes ? known : initial;
  return { wishes, isReady: hasWishes, hasFailed: status === "failed" };
}

/** What can be done with a wish. */
export function useWishActions() {
  const dispatch = useAppDispatch();
  const toGame = ({ gameId, title }: Wish) => ({ gameId, title });
  return {
    move: (wish: Wish, before: string | null) => dispatch(wishChanged({ kind: "move", game: toGame(wish), before })),
    remove: (wish: Wish) => dispatch(wishChanged({ kind: "remove", game: toGame(wish) })),
    writeNote: (wish: Wish, note: string) => dispatch(wishChanged({ kind: "note", game: toGame(wish), note })),
  };
}
