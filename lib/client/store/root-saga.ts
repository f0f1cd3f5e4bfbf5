import type { Saga } from "redux-saga";
import { all, call, fork } from "redux-saga/effects";
import { cartSaga } from "../features/cart/saga";
import { checkoutSaga } from "../features/checkout/saga";
import { forecastSaga } from "../features/forecast/saga";
import { pipelinesSaga } from "../features/pipelines/saga";
import { sessionSaga } from "../features/session/saga";

/** Every feature's saga. */
const featureSagas: Saga[] = [sessionSaga, cartSaga, checkoutSaga, pipelinesSaga, forecastSaga];

/** A feature whose saga fails stops alone, and says so. Cancelling the root cancels them all. */
function* guard(saga: Saga) {
  try {
    yield call(saga);
  } catch (error) {
    console.error(`The saga ${saga.name} stopped`, error);
  }
}

export function* rootSaga(sagas: Saga[] = featureSagas) {
  yield all(sagas.map((saga) => fork(guard, saga)));
}
