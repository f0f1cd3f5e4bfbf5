import { buffers, type EventChannel, eventChannel, type Saga } from "redux-saga";
import { call, fork, takeEvery } from "redux-saga/effects";
import { cartSaga } from "../features/cart/saga";
import { preferencesSaga } from "../features/preferences/saga";
import { sessionSaga } from "../features/session/saga";
import { wishlistSaga } from "../features/wishlist/saga";
import type { FeatureList } from "./lazy-features";

/** Sagas of the features that every page has. */
const baseSagas: Saga[] = [sessionSaga, cartSaga, wishlistSaga, preferencesSaga];

/** A feature whose saga fails stops alone, and says so. Cancelling the root cancels them all. */
function* guard(saga: Saga) {
  try {
    yield call(saga);
  } catch (error) {
    console.error(`The saga ${saga.name} stopped`, error);
  }
}

/** A feature's saga is a message of it: one that is added while others start waits its turn. */
function openSagas(features: FeatureList): EventChannel<Saga> {
  return eventChannel((emit) => features.watchSagas(emit), buffers.expanding());
}

/** Runs every page's features, and those that screens have added and add later. */
export function* rootSaga(features: FeatureList, sagas: Saga[] = baseSagas) {
  for (const saga of sagas) yield fork(guard, saga);
  const added: EventChannel<Saga> = yield call(openSagas, features);
  yield takeEvery(added, guard);
}
