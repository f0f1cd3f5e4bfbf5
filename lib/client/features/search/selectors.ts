import type { RootState } from "../../store/root-reducer";
import type { Answer } from "./slice";

export const selectSearchText = (state: RootState): string => state.search.box.q;

export const selectRecent = (state: RootState): string[] => state.search.box.recent;

/** The suggestions in sight, which may still be those to what was typed before. */
export const selectAnswer = (state: RootState): Answer | null => state.search.box.shown;

/** True where the suggestions in sight answer what stands in the box. */
export const selectIsAnswered = ({ search: { box } }: RootState): boolean =>
  box.shown !== null && box.shown.q.toLocaleLowerCase() === box.q.toLocaleLowerCase();

export const selectHasSuggestFailed = (state: RootState): boolean => state.search.suggest.status === "failed";
