import { combineReducers, createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { FeaturedGame } from "@/lib/shared/featured";
import { createRequest } from "../../store/request";
import { sessionChanged } from "../session/slice";

/** Looks for games that can be put on the stage. */
export const candidatesRequest = createRequest<string, FeaturedGame[]>("featured/candidates");

type StageState = {
  /** False before the page has told what the server has. */
  isKnown: boolean;
  /** As the screen shows them. */
  games: FeaturedGame[];
  /** As the server has them: what the screen goes back to where a change fails. */
  saved: FeaturedGame[];
  isSaving: boolean;
  candidates: FeaturedGame[];
};

const initialState: StageState = { isKnown: false, games: [], saved: [], isSaving: false, candidates: [] };

const slice = createSlice({
  name: "featured",
  initialState,
  reducers: {
    /** The page came with what the server has. */
    stageOpened: (state, { payload }: PayloadAction<FeaturedGame[]>) => {
      if (!state.isSaving) Object.assign(state, { isKnown: true, games: payload, saved: payload });
    },
    /** Staff want the stage like this. */
    stageChanged: (state, { payload }: PayloadAction<FeaturedGame[]>) => {
      state.games = payload;
      state.isSaving = true;
    },
    /** What the server has by now; a newer wish of the screen stays. */
    stageSaved: (state, { payload }: PayloadAction<{ saved: FeaturedGame[]; isNewest: boolean }>) => {
      state.saved = payload.saved;
      if (payload.isNewest) Object.assign(state, { games: payload.saved, isSaving: false });
    },
    stageRefused: (state, { payload }: PayloadAction<FeaturedGame[] | null>) => {
      if (payload) state.saved = payload;
      state.games = state.saved;
      state.isSaving = false;
    },
    searchTyped: (state, _action: PayloadAction<string>) => state,
  },
  extraReducers: (builder) => {
    builder
      .addCase(candidatesRequest.succeeded, (state, { payload }) => {
        state.candidates = payload;
      })
      .addCase(sessionChanged, () => initialState);
  },
});

export const { stageOpened, stageChanged, stageSaved, stageRefused, searchTyped } = slice.actions;

export const featuredReducer = combineReducers({ stage: slice.reducer, candidates: candidatesRequest.reducer });
