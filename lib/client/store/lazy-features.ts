import type { Reducer } from "@reduxjs/toolkit";
import type { Saga } from "redux-saga";
import type { accountReducer } from "../features/account/slice";
import type { bundlesReducer } from "../features/bundles/slice";
import type { catalogueReducer } from "../features/catalogue/slice";
import type { checkoutReducer } from "../features/checkout/slice";
import type { featuredReducer } from "../features/featured/slice";
import type { forecastReducer } from "../features/forecast/slice";
import type { libraryReducer } from "../features/library/slice";
import type { pipelinesReducer } from "../features/pipelines/slice";
import type { reviewDeskReducer } from "../features/review-desk/slice";
import type { reviewsReducer } from "../features/reviews/slice";
import type { searchReducer } from "../features/search/slice";

/** State of the features that come with the screens that need them. Types only: their code is loaded by those screens. */
export type LazyState = {
  bundles: ReturnType<typeof bundlesReducer>;
  account: ReturnType<typeof accountReducer>;
  catalogue: ReturnType<typeof catalogueReducer>;
  checkout: ReturnType<typeof checkoutReducer>;
  featured: ReturnType<typeof featuredReducer>;
  forecast: ReturnType<typeof forecastReducer>;
  library: ReturnType<typeof libraryReducer>;
  pipelines: ReturnType<typeof pipelinesReducer>;
  reviewDesk: ReturnType<typeof reviewDeskReducer>;
  reviews: ReturnType<typeof reviewsReducer>;
  search: ReturnType<typeof searchReducer>;
};

type FeatureOf<Name extends keyof LazyState> = {
  name: Name;
  reducer: Reducer<LazyState[Name]>;
  /** Brings the code of its saga, which the screen does not wait for. */
  loadSaga: () => Promise<Saga>;
};

/** A feature that a screen adds to the store: its part of the state, and the saga that runs it. */
export type LazyFeature = { [Name in keyof LazyState]: FeatureOf<Name> }[keyof LazyState];

/** The features that were added to one store, each once. */
export function createFeatureList() {
  const features = new Map<string, LazyFeature>();
  const listeners = new Set<(feature: LazyFeature) => void>();
  return {
    /** Adds a feature that is not there yet; `makeRoom` gives it its state before its saga begins. */
    add(feature: LazyFeature, makeRoom: () => void): void {
      if (features.has(feature.name)) return;
      features.set(feature.name, feature);
      makeRoom();
      for (const tell of listeners) tell(feature);
    },
    all: (): LazyFeature[] => [...features.values()],
    /** Tells of every feature: of those that are there first, then of each one that is added. */
    watch(listener: (feature: LazyFeature) => void): () => void {
      for (const feature of features.values()) listener(feature);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
