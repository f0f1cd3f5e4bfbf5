import type { Saga } from "redux-saga";
import { call, fork } from "redux-saga/effects";
import { cartSaga } from "../features/cart/saga";
import { preferencesSaga } from "../features/preferences/saga";
import { sessionSaga } from "../features/session/saga";
import { wishlistSaga } from "../features/wishlist/saga";

/** Sagas of the features that every page has. */
const baseSagas: Saga[] = [sessionSaga, cartSaga, wishlistSaga, preferencesSaga];

/** Runs a saga that, where it fails, stops alone, and says so. */
export function* guard(saga: Saga) {
  try {
    yield call(saga);
  } catch (error) {
    console.error(`The saga ${saga.name} stopped`, error);
  }
}

/** Runs every page's features. Cancelling it cancels them all. */
export function* rootSaga(sagas: Saga[] = baseSagas) {
  for (const saga of sagas) yield fork(guard, saga);
}
