import { configureStore } from "@reduxjs/toolkit";
import type { SessionView } from "@/lib/shared/auth";
import { createActionRelay } from "./action-relay";
import { createFeatureList, type LazyFeature } from "./lazy-features";
import { makeRootReducer, type RootState } from "./root-reducer";

/** What the server knows already when it renders the page. */
export type Preloaded = {
  session: SessionView | null;
  /** False for a browser that has neither a session nor anything put aside: its cart and wishlist are empty. */
  isKnownShopper?: boolean;
};

function toPreloadedState({ session, isKnownShopper = true }: Preloaded): RootState {
  const state = makeRootReducer()(undefined, { type: "preload" });
  const signed = { ...state, session: { ...state.session, view: session } };
  if (isKnownShopper) return signed;
  const { cart, wishlist } = signed;
  return {
    ...signed,
    cart: { ...cart, status: "ready" },
    wishlist: { ...wishlist, view: { ...wishlist.view, status: "ready", hasWishes: true } },
  };
}

/** A store for one render tree. Its sagas are no part of it: `runSagas` starts them, in the browser only. */
export function makeStore(preloaded: Preloaded = { session: null }) {
  const relay = createActionRelay();
  const features = createFeatureList();
  const store = configureStore({
    reducer: makeRootReducer(),
    preloadedState: toPreloadedState(preloaded),
    devTools: process.env.NODE_ENV === "development",
    middleware: (defaults) => defaults({ thunk: false }).concat(relay.middleware),
  });
  /** What the server rendered from: pages take over its markup by it, whatever the sagas have loaded meanwhile. */
  const renderedState: RootState = { ...store.getState() };
  /** Adds a screen's feature; one that is there already stays as it is. */
  const addFeature = (feature: LazyFeature): void =>
    features.add(feature, () => {
      store.replaceReducer(makeRootReducer(features.all()));
      Object.assign(renderedState, { [feature.name]: store.getState()[feature.name] });
    });
  return Object.assign(store, { addFeature, features, relay, renderedState });
}

export type AppStore = ReturnType<typeof makeStore>;
export type AppDispatch = AppStore["dispatch"];
