import { combineReducers, createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { Collection, CreateCollectionInput, LibraryGame } from "@/lib/shared/library";
import type { Page } from "@/lib/shared/page";
import { createRequest } from "../../store/request";
import { sessionChanged } from "../session/slice";
import type { ChangeGamesInput, MoreInput, RenameInput } from "./api";

/** A list of games as far as it was read; kept for who comes back to it. */
export type LibraryList = Page<LibraryGame> & {
  /** Names the view that it is of. */
  key: string;
  /** How many games its first page had. */
  firstCount: number;
};

/** What changes a collection's games, with what is said of it. */
export type GamesChange = ChangeGamesInput & { name: string };

export type LibraryShelves = {
  /** Whether a page was shown: before that, nothing is known of collections. */
  isOpened: boolean;
  list: LibraryList | null;
  collections: Collection[];
  /** Collections that were deleted here, which pages rendered before that still name. */
  deletedIds: string[];
  /** Counts what only the server's page can show; it is rendered anew then. */
  version: number;
};

/** Reads on. */
export const moreRequest = createRequest<MoreInput, Page<LibraryGame>>("library/more");
export const createCollectionRequest = createRequest<CreateCollectionInput, Collection>("library/createCollection");
export const renameCollectionRequest = createRequest<RenameInput, Collection>("library/renameCollection");

const initialState: LibraryShelves = { isOpened: false, list: null, collections: [], deletedIds: [], version: 0 };

function isContinued(list: LibraryList | null, opened: LibraryList): list is LibraryList {
  if (list?.key !== opened.key || list.items.length < opened.items.length) return false;
  return opened.items.every(({ gameId }, index) => gameId === list.items[index]?.gameId);
}

function receive({ collections }: LibraryShelves, collection: Collection): void {
  const index = collections.findIndex(({ id }) => id === collection.id);
  if (index < 0) collections.push(collection);
  else collections[index] = collection;
}

const slice = createSlice({
  name: "library",
  initialState,
  reducers: {
    /** The server's first page and collections; what was read on from the same page before is kept. */
    pageOpened: (
      state,
      { payload }: PayloadAction<{ key: string; page: Page<LibraryGame>; collections: Collection[] }>,
    ) => {
      const { key, page, collections } = payload;
      const opened = { ...page, key, firstCount: page.items.length };
      if (!isContinued(state.list, opened)) state.list = opened;
      state.isOpened = true;
      state.collections = collections;
    },
    collectionsLoaded: (state, { payload }: PayloadAction<Collection[]>) => {
      state.collections = payload;
    },
    collectionReceived: (state, { payload }: PayloadAction<Collection>) => receive(state, payload),
    collectionDeleted: (state, { payload: { id } }: PayloadAction<Collection>) => {
      state.deletedIds.push(id);
    },
    deletionFailed: (state, { payload: failedId }: PayloadAction<string>) => {
      state.deletedIds = state.deletedIds.filter((id) => id !== failedId);
    },
    /** Undoes a deletion, by another collection of the same name with the same games. */
    collectionRestored: (_state, _action: PayloadAction<CreateCollectionInput>) => undefined,
    /** Games go into a collection or out of it; a list of that collection shows at once that they left. */
    gamesChanged: (state, { payload: { id, remove } }: PayloadAction<GamesChange>) => {
      const { list } = state;
      if (list && new URLSearchParams(list.key).get("collection") === id) {
        list.items = list.items.filter(({ gameId }) => !remove.includes(gameId));
      }
    },
    /** What is shown may be another than the server has. */
    pageOutdated: (state) => {
      state.list = null;
      state.version += 1;
    },
  },
  extraReducers: (builder) => {
    builder
      .addCase(sessionChanged, () => initialState)
      .addCase(createCollectionRequest.succeeded, (state, { payload }) => receive(state, payload))
      .addCase(renameCollectionRequest.succeeded, (state, { payload }) => receive(state, payload))
      .addCase(moreRequest.succeeded, ({ list }, { payload }) => {
        if (!list) return;
        const known = new Set(list.items.map(({ gameId }) => gameId));
        list.items.push(...payload.items.filter(({ gameId }) => !known.has(gameId)));
        list.nextCursor = payload.nextCursor;
      });
  },
});

export const {
  pageOpened,
  collectionsLoaded,
  collectionReceived,
  collectionDeleted,
  deletionFailed,
  collectionRestored,
  gamesChanged,
  pageOutdated,
} = slice.actions;

export const libraryReducer = combineReducers({
  shelves: slice.reducer,
  more: moreRequest.reducer,
  create: createCollectionRequest.reducer,
  rename: renameCollectionRequest.reducer,
});
