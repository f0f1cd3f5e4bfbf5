import { createSelector } from "@reduxjs/toolkit";
import type { RequestState } from "../../store/request";
import type { RootState } from "../../store/root-reducer";
import type { LibraryList } from "./slice";

/** What was read of the view with that key; null where the store has another one. */
export const selectLibraryList = ({ library: { shelves } }: RootState, key: string): LibraryList | null =>
  shelves.list?.key === key ? shelves.list : null;

/** Whether a page of the library was shown, and the store knows more of it than the page. */
export const selectIsLibraryOpened = (state: RootState): boolean => state.library.shelves.isOpened;

export const selectCollections = createSelector(
  [(state: RootState) => state.library.shelves.collections, (state: RootState) => state.library.shelves.deletedIds],
  (collections, deletedIds) => collections.filter(({ id }) => !deletedIds.includes(id)),
);

export const selectLibraryVersion = (state: RootState): number => state.library.shelves.version;
export const selectMore = (state: RootState): RequestState => state.library.more;
export const selectCreateCollection = (state: RootState): RequestState => state.library.create;
export const selectRenameCollection = (state: RootState): RequestState => state.library.rename;
