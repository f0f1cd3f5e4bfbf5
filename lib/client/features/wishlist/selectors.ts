import { createSelector } from "@reduxjs/toolkit";
import type { Wish } from "@/lib/shared/wishlist";
import type { RootState } from "../../store/root-reducer";
import { toShownList, type WishlistView } from "./slice";

export const selectWishlist = (state: RootState): WishlistView => state.wishlist.view;

const selectShownList = createSelector(
  [(state: RootState) => state.wishlist.view.list, (state: RootState) => state.wishlist.view.pending],
  (list, pending) => toShownList({ list, pending }),
);

const selectWishedIds = createSelector([selectShownList], ({ gameIds }) => new Set(gameIds));

export const selectIsWished = (state: RootState, gameId: string): boolean => selectWishedIds(state).has(gameId);

export const selectWishCount = (state: RootState): number => selectWishedIds(state).size;

/** The wishes in the shopper's order, as far as they are known. */
export const selectWishes = createSelector([selectShownList], ({ gameIds, wishes }): Wish[] =>
  gameIds.flatMap((gameId) => wishes[gameId] ?? []),
);

export const selectIsMovingToCart = (state: RootState): boolean => state.wishlist.moveToCart.status === "running";
