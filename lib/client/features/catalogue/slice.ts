import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { GameCard } from "@/lib/shared/catalogue";
import type { Page } from "@/lib/shared/page";
import { prepareQuiet } from "../../store/quiet-action";
import type { RequestError } from "../../store/request";
import { isCurrencyChange } from "../preferences/slice";

/**
 * A list that a page shows. `key` names the filters, their order and the currency; `lastId` is the last game of the
 * page that came with the address: where that is another game by now, what was loaded after it is out of date.
 */
export type ShownList = {
  key: string;
  lastId: string;
  cursor: string | null;
  filters: Record<string, string>;
  limit: number;
};

/** What was loaded after a list's first page. */
export type KeptList = ShownList & { items: GameCard[]; status: "idle" | "running" | "failed"; error: string | null };

/** Lists that are kept for when one comes back to them. */
export const MAX_LISTS = 8;

type CatalogueState = {
  /** The newest last. */
  lists: KeptList[];
};

const initialState: CatalogueState = { lists: [] };

function find(state: CatalogueState, key: string): KeptList | undefined {
  return state.lists.find((list) => list.key === key);
}

const slice = createSlice({
  name: "catalogue",
  initialState,
  reducers: {
    /** A page shows the list: what was loaded after the same first page stays. */
    listShown: {
      reducer: (state, { payload }: PayloadAction<ShownList>) => {
        const known = find(state, payload.key);
        const isSame = known?.lastId === payload.lastId;
        const list: KeptList = isSame && known ? known : { ...payload, items: [], status: "idle", error: null };
        state.lists = [...state.lists.filter(({ key }) => key !== payload.key), list].slice(-MAX_LISTS);
      },
      prepare: prepareQuiet<ShownList>,
    },
    listLeft: {
      reducer: (state, { payload: key }: PayloadAction<string>) => {
        const list = find(state, key);
        if (list) list.status = "idle";
      },
      prepare: prepareQuiet<string>,
    },
    moreRequested: (state, { payload: key }: PayloadAction<string>) => {
      const list = find(state, key);
      if (list?.cursor) Object.assign(list, { status: "running", error: null });
    },
    moreReceived: (state, { payload }: PayloadAction<{ key: string; page: Page<GameCard> }>) => {
      const list = find(state, payload.key);
      if (!list) return;
      // A game that a sale moved on meanwhile comes once.
      const known = new Set(list.items.map(({ id }) => id));
      list.items.push(...payload.page.items.filter(({ id }) => !known.has(id)));
      list.cursor = payload.page.nextCursor;
      list.status = "idle";
    },
    moreFailed: (state, { payload }: PayloadAction<RequestError & { key: string }>) => {
      const list = find(state, payload.key);
      if (list) Object.assign(list, { status: "failed", error: payload.message });
    },
  },
  extraReducers: (builder) => {
    // Cards carry prices.
    builder.addMatcher(isCurrencyChange, () => initialState);
  },
});

export const { listShown, listLeft, moreRequested, moreReceived, moreFailed } = slice.actions;
export const catalogueReducer = slice.reducer;
