import { combineReducers, type Reducer } from "@reduxjs/toolkit";
import { cartReducer } from "../features/cart/slice";
import { notificationsReducer } from "../features/notifications/slice";
import { preferencesReducer } from "../features/preferences/slice";
import { sessionReducer } from "../features/session/slice";
import { wishlistReducer } from "../features/wishlist/slice";
import type { LazyFeature, LazyState } from "./lazy-features";

/** Reducers of the features that every page has, by their names. */
const baseReducers = {
  cart: cartReducer,
  notifications: notificationsReducer,
  preferences: preferencesReducer,
  session: sessionReducer,
  wishlist: wishlistReducer,
};

const baseReducer = combineReducers(baseReducers);

/** The parts of lazy features are there below their gates only. */
export type RootState = ReturnType<typeof baseReducer> & LazyState;

/** The reducer of every page's features and of those that were added. */
export function makeRootReducer(added: Iterable<LazyFeature> = []): Reducer<RootState> {
  const lazyReducers = Object.fromEntries(Array.from(added, ({ name, reducer }) => [name, reducer]));
  // Selectors of a lazy feature are used below its gate, where its part of the state is there.
  return combineReducers({ ...baseReducers, ...lazyReducers }) as unknown as Reducer<RootState>;
}
