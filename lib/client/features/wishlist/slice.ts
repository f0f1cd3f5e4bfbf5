import { combineReducers, createAction, createSlice, nanoid, type PayloadAction } from "@reduxjs/toolkit";
import type { MovedToCart, Wish, Wishlist } from "@/lib/shared/wishlist";
import { createRequest } from "../../store/request";
import { sessionChanged } from "../session/slice";
import { applyChange, toUndo, type WishChange, type WishList } from "./changes";

/** A change that the screen shows already and the server has not confirmed. */
export type PendingChange = { id: string; change: WishChange; undo?: WishChange };

export type WishlistView = {
  status: "loading" | "ready" | "failed";
  /** As the server has it; what is shown is this with the pending changes. */
  list: WishList;
  /** Whether all wishes of the list are known, as the wishlist's page needs them. */
  hasWishes: boolean;
  pending: PendingChange[];
};

/** Moves wishes into the cart; which of them can be, the server knows. */
export const moveToCartRequest = createRequest<string[], MovedToCart>("wishlist/moveToCart");

/** The wishlist was changed by this tab in another way than by `wishChanged`; the others are to be told. */
export const wishesChanged = createAction("wishlist/changedElsewhere");

const initialState: WishlistView = {
  status: "loading",
  list: { gameIds: [], wishes: {} },
  hasWishes: false,
  pending: [],
};

/** The list as it is shown: with every change that is not confirmed. */
export function toShownList({ list, pending }: Pick<WishlistView, "list" | "pending">): WishList {
  return pending.reduce((shown, { change }) => applyChange(shown, change), list);
}

function receive({ list }: WishlistView, wish: Wish): void {
  list.wishes[wish.gameId] = wish;
  if (!list.gameIds.includes(wish.gameId)) list.gameIds.push(wish.gameId);
}

const slice = createSlice({
  name: "wishlist",
  initialState,
  reducers: {
    /** Asks which games are on the list, or, where a page shows them, for the wishes themselves. */
    loadRequested: (state, _action: PayloadAction<{ withWishes: boolean }>) => {
      if (state.status === "failed") state.status = "loading";
    },
    idsLoaded: (state, { payload: gameIds }: PayloadAction<string[]>) => {
      state.status = "ready";
      state.hasWishes = gameIds.every((gameId) => gameId in state.list.wishes);
      state.list.gameIds = [...gameIds];
    },
    wishesLoaded: (state, { payload: { items } }: PayloadAction<Wishlist>) => {
      state.status = "ready";
      state.hasWishes = true;
      state.list = {
        gameIds: items.map(({ gameId }) => gameId),
        wishes: Object.fromEntries(items.map((wish) => [wish.gameId, wish])),
      };
    },
    loadFailed: (state) => {
      if (state.status === "loading") state.status = "failed";
    },
    wishChanged: {
      prepare: (change: WishChange) => ({ payload: { id: nanoid(), change } }),
      reducer: (state, { payload }: PayloadAction<PendingChange>) => {
        const shown = toShownList(state);
        // What changes nothing, such as a double click, is not sent.
        if (applyChange(shown, payload.change) === shown) return;
        const undo = payload.change.kind === "remove" ? toUndo(shown, payload.change.game) : undefined;
        state.pending.push({ ...payload, ...(undo && { undo }) });
      },
    },
    /** The server has done it; it answers with the wish, unless that is gone. */
    changeSucceeded: (state, { payload }: PayloadAction<{ id: string; wish?: Wish | undefined }>) => {
      const done = state.pending.find(({ id }) => id === payload.id);
      if (!done) return;
      state.pending = state.pending.filter(({ id }) => id !== payload.id);
      state.list = applyChange(state.list, done.change);
      if (payload.wish && state.list.gameIds.includes(payload.wish.gameId)) receive(state, payload.wish);
    },
    changeFailed: (state, { payload: failedId }: PayloadAction<string>) => {
      state.pending = state.pending.filter(({ id }) => id !== failedId);
    },
    /** A wish that came about by something else, such as saving a game of the cart for later. */
    wishReceived: (state, { payload: wish }: PayloadAction<Wish>) => receive(state, wish),
  },
  extraReducers: (builder) => {
    builder
      .addCase(sessionChanged, () => initialState)
      .addCase(moveToCartRequest.succeeded, ({ list }, { payload: { movedIds } }) => {
        list.gameIds = list.gameIds.filter((gameId) => !movedIds.includes(gameId));
      });
  },
});

export const {
  loadRequested,
  idsLoaded,
  wishesLoaded,
  loadFailed,
  wishChanged,
  changeSucceeded,
  changeFailed,
  wishReceived,
} = slice.actions;
export const wishlistReducer = combineReducers({ view: slice.reducer, moveToCart: moveToCartRequest.reducer });
