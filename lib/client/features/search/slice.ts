import { combineReducers, createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { Suggestions } from "@/lib/shared/catalogue-facets";
import { MAX_SEARCH_LENGTH } from "@/lib/shared/search-length";
import { createRequest } from "../../store/request";
import { MAX_RECENT } from "./recent-store";

/** An answer with the text that it answers. */
export type Answer = { q: string; suggestions: Suggestions };

export const suggestRequest = createRequest<string, Answer>("search/suggest");

/** Answers that are kept: what was typed and taken back again needs no second request. */
const MAX_KNOWN = 20;

type BoxState = {
  /** What stands in the box, without needless spaces. */
  q: string;
  /** The newest last. */
  known: Answer[];
  /** What is on show: it stays in sight until the answer to what was typed since is there. */
  shown: Answer | null;
  recent: string[];
};

const initialState: BoxState = { q: "", known: [], shown: null, recent: [] };

/** One text for what means the same search. */
function toSearchText(text: string): string {
  return text.slice(0, MAX_SEARCH_LENGTH).replaceAll(/\s+/g, " ").trim();
}

function isSame(one: string, other: string): boolean {
  return one.toLocaleLowerCase() === other.toLocaleLowerCase();
}

/** The searches of before with a newer one, which comes once; no text is no search. */
export function withSearch(recent: readonly string[], given: string): string[] {
  const text = toSearchText(given);
  if (text === "") return [...recent];
  return [text, ...recent.filter((other) => !isSame(other, text))].slice(0, MAX_RECENT);
}

const slice = createSlice({
  name: "search",
  initialState,
  reducers: {
    /** The box is in use; what was searched for lately is known now. */
    recentLoaded: (state, { payload }: PayloadAction<string[]>) => {
      state.recent = payload;
    },
    opened: (state) => state,
    typed: (state, { payload }: PayloadAction<string>) => {
      state.q = toSearchText(payload);
      if (state.q === "") state.shown = null;
      else state.shown = state.known.find(({ q }) => isSame(q, state.q)) ?? state.shown;
    },
    /** The box is left, or another page was gone to. */
    closed: (state) => {
      state.shown = null;
    },
    submitted: (state, { payload }: PayloadAction<string>) => {
      state.recent = withSearch(state.recent, payload);
    },
    /** Prices have changed, such as by another currency. */
    answersForgotten: (state) => {
      state.known = [];
      state.shown = null;
    },
    recentRemoved: (state, { payload }: PayloadAction<string>) => {
      state.recent = state.recent.filter((other) => other !== payload);
    },
    recentCleared: (state) => {
      state.recent = [];
    },
  },
  extraReducers: (builder) => {
    builder.addCase(suggestRequest.succeeded, (state, { payload }) => {
      state.known = [...state.known.filter(({ q }) => !isSame(q, payload.q)), payload].slice(-MAX_KNOWN);
      if (isSame(payload.q, state.q)) state.shown = payload;
    });
  },
});

export const { recentLoaded, opened, typed, closed, submitted, answersForgotten, recentRemoved, recentCleared } =
  slice.actions;

export const searchReducer = combineReducers({ box: slice.reducer, suggest: suggestRequest.reducer });
