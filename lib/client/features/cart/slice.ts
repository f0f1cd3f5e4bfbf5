import { createAction, createSlice, nanoid, type PayloadAction } from "@reduxjs/toolkit";
import type { Cart, CartLine } from "@/lib/shared/cart";
import { sessionChanged } from "../session/slice";

/** What the visitor did to the cart; `id` tells one change from the next one of the same game. */
export type CartChange = { id: string; line: CartLine };

/** A change that the screen shows already and the server has not confirmed. */
type PendingChange = CartChange & { kind: "add" | "remove"; index: number };

export type CartState = {
  status: "loading" | "ready" | "failed";
  lines: CartLine[];
  /** By game; a newer change of a game replaces an older one. */
  pending: Record<string, PendingChange>;
  /** Whether the drawer with the cart is open on the page. */
  isOpen: boolean;
};

const initialState: CartState = { status: "loading", lines: [], pending: {}, isOpen: false };

const prepareChange = (line: CartLine) => ({ payload: { id: nanoid(), line } satisfies CartChange });

function indexOf(state: CartState, gameId: string): number {
  return state.lines.findIndex((line) => line.gameId === gameId);
}

function drop(state: CartState, gameId: string): void {
  state.lines = state.lines.filter((line) => line.gameId !== gameId);
}

function put(state: CartState, line: CartLine, index = state.lines.length): void {
  if (indexOf(state, line.gameId) < 0) state.lines.splice(index, 0, line);
}

/** Ends a change, unless a newer one of the same game has taken its place. */
function settle(state: CartState, { id, line }: CartChange): PendingChange | null {
  const change = state.pending[line.gameId];
  if (change?.id !== id) return null;
  delete state.pending[line.gameId];
  return change;
}

function takeOut(state: CartState, { payload }: PayloadAction<CartChange>): void {
  const { gameId } = payload.line;
  const index = indexOf(state, gameId);
  // Until the browser has its own cart, the page shows the server's: what is taken out of that is under way as well.
  const isKnown = state.status === "ready" || state.pending[gameId]?.kind === "remove";
  if (index < 0 && isKnown) return;
  drop(state, gameId);
  state.pending[gameId] = { ...payload, kind: "remove", index: Math.max(index, 0) };
}

/** An order was paid: its games left the cart and the wishlist. */
export const gamesBought = createAction("cart/gamesBought");

const slice = createSlice({
  name: "cart",
  initialState,
  reducers: {
    drawerOpened: (state) => {
      state.isOpen = true;
    },
    drawerClosed: (state) => {
      state.isOpen = false;
    },
    loadRequested: (state) => {
      if (state.status === "failed") state.status = "loading";
    },
    loaded: (state, { payload }: PayloadAction<Cart>) => {
      state.status = "ready";
      // A copy: what follows changes it, and an action must stay as it is.
      state.lines = [...payload.lines];
      for (const { kind, line, index } of Object.values(state.pending)) {
        if (kind === "add") put(state, line, index);
        else drop(state, line.gameId);
      }
    },
    loadFailed: (state) => {
      if (state.status === "loading") state.status = "failed";
    },
    itemAdded: {
      prepare: prepareChange,
      reducer: (state, { payload }: PayloadAction<CartChange>) => {
        const { gameId } = payload.line;
        if (indexOf(state, gameId) >= 0) return;
        // Undoing a removal puts the line back where it stood.
        const removed = state.pending[gameId];
        const index = removed ? Math.min(removed.index, state.lines.length) : state.lines.length;
        put(state, payload.line, index);
        state.pending[gameId] = { ...payload, kind: "add", index };
      },
    },
    itemRemoved: { prepare: prepareChange, reducer: takeOut },
    /** Out of the cart and onto the wishlist. */
    itemSaved: { prepare: prepareChange, reducer: takeOut },
    changeSucceeded: (state, { payload }: PayloadAction<CartChange>) => {
      const change = settle(state, payload);
      if (change?.kind !== "add") return;
      const index = indexOf(state, payload.line.gameId);
      if (index >= 0) state.lines[index] = payload.line;
    },
    changeFailed: (state, { payload }: PayloadAction<CartChange>) => {
      const change = settle(state, payload);
      if (change?.kind === "add") drop(state, payload.line.gameId);
      if (change?.kind === "remove") put(state, change.line, change.index);
    },
  },
  extraReducers: (builder) => {
    builder.addCase(sessionChanged, () => initialState);
  },
});

export const {
  drawerOpened,
  drawerClosed,
  loadRequested,
  loaded,
  loadFailed,
  itemAdded,
  itemRemoved,
  itemSaved,
  changeSucceeded,
  changeFailed,
} = slice.actions;
export const cartReducer = slice.reducer;
