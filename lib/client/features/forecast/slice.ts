import { combineReducers, createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { DraftPromotion, PricePlan, SaveDraftInput, WhatIf } from "@/lib/shared/forecast-plan";
import type { ForecastWhy } from "@/lib/shared/forecast-why";
import { createRequest } from "../../store/request";
import { sessionChanged } from "../session/slice";
import type { At, ForecastPlace, SavedDraft } from "./api";

export const whyRequest = createRequest<At<object>, ForecastWhy>("forecast/why");
export const whatIfRequest = createRequest<At<{ plan: PricePlan }>, WhatIf>("forecast/whatIf");
export const draftsRequest = createRequest<At<object>, DraftPromotion[]>("forecast/drafts");
export const saveDraftRequest = createRequest<At<SaveDraftInput>, At<SavedDraft>>("forecast/saveDraft");

type GameState = {
  /** The forecast page that is open. */
  place: ForecastPlace | null;
  why: ForecastWhy | null;
  /** What the form holds; null before it was touched and while it holds nothing that can be asked for. */
  plan: PricePlan | null;
  /** The last answer; it stays in sight while a newer one is on its way. */
  whatIf: WhatIf | null;
  /** The form holds something else than `whatIf` answers. */
  isWhatIfBehind: boolean;
  drafts: DraftPromotion[];
};

const initialState: GameState = { place: null, why: null, plan: null, whatIf: null, isWhatIfBehind: false, drafts: [] };

function isHere(state: GameState, place: ForecastPlace): boolean {
  return state.place?.area === place.area && state.place.slug === place.slug;
}

/** The next to begin first, as the server lists them. */
function putDraft(state: GameState, draft: DraftPromotion): void {
  const others = state.drafts.filter(({ id }) => id !== draft.id);
  state.drafts = [...others, draft].sort((one, other) => one.from.localeCompare(other.from));
}

const gameSlice = createSlice({
  name: "forecast",
  initialState,
  reducers: {
    /** A game's forecast page is shown. */
    forecastOpened: (_state, { payload }: PayloadAction<ForecastPlace>) => ({ ...initialState, place: payload }),
    forecastLeft: () => initialState,
    planChanged: (state, { payload }: PayloadAction<PricePlan | null>) => {
      state.plan = payload;
      state.isWhatIfBehind = true;
    },
    draftDeleted: (state, { payload }: PayloadAction<At<SavedDraft>>) => {
      if (isHere(state, payload.place)) state.drafts = state.drafts.filter(({ id }) => id !== payload.draft.id);
    },
    /** The server would not delete it: it is still there. */
    draftKept: (state, { payload }: PayloadAction<At<SavedDraft>>) => {
      if (isHere(state, payload.place)) putDraft(state, payload.draft);
    },
    /** A deleted draft is wanted back. */
    draftRestored: (state, _action: PayloadAction<At<SavedDraft>>) => state,
  },
  extraReducers: (builder) => {
    builder
      .addCase(whyRequest.succeeded, (state, { payload }) => {
        state.why = payload;
      })
      .addCase(whatIfRequest.succeeded, (state, { payload }) => {
        state.whatIf = payload;
        state.isWhatIfBehind = false;
      })
      .addCase(draftsRequest.succeeded, (state, { payload }) => {
        state.drafts = payload;
      })
      .addCase(saveDraftRequest.succeeded, (state, { payload }) => {
        if (isHere(state, payload.place)) putDraft(state, payload.draft);
      })
      .addCase(sessionChanged, () => initialState);
  },
});

export const { forecastOpened, forecastLeft, planChanged, draftDeleted, draftKept, draftRestored } = gameSlice.actions;

export const forecastReducer = combineReducers({
  game: gameSlice.reducer,
  why: whyRequest.reducer,
  whatIf: whatIfRequest.reducer,
  drafts: draftsRequest.reducer,
  saveDraft: saveDraftRequest.reducer,
});
