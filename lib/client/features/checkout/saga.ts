import { call, delay, put, race, select, take, takeLatest, takeLeading } from "redux-saga/effects";
import type { Order, PlaceOrderInput } from "@/lib/shared/orders";
import { ApiError } from "../../api-client";
import { callAborting } from "../../store/call-aborting";
import type { RequestError } from "../../store/request";
import { toRequestError } from "../../store/request-saga";
import { gamesBought, loadRequested } from "../cart/slice";
import { sessionChanged } from "../session/slice";
import { type CheckoutApi, checkoutApi } from "./api";
import { type KeyStore, sessionKeyStore } from "./key-store";
import { selectCheckout } from "./selectors";
import {
  answerLost,
  type CheckoutState,
  confirmationAwaited,
  confirmationDelayed,
  left,
  orderReceived,
  orderRefused,
  submitted,
} from "./slice";

/** Pauses between questions about a payment that is not confirmed; then the shopper is sent to the order's page. */
export const POLL_PAUSES_MS = [1000, 1000, 1500, 1500, 2000, 2000, 3000, 3000, 5000, 5000, 5000, 10_000, 10_000];

/** Failures after which nobody can tell whether the order was placed: the same key must be sent again. */
const LOST_ANSWERS: readonly string[] = ["network", "timeout", "bad_answer", "internal", "unavailable"];

/** What was paid for left the cart and the wishlist, whichever page heard of it. */
function* settle(order: Order) {
  yield put(orderReceived(order));
  yield put(gamesBought());
}

function* awaitConfirmation(api: CheckoutApi, orderId: string) {
  for (const pauseMs of POLL_PAUSES_MS) {
    yield delay(pauseMs);
    try {
      const order: Order = yield call(callAborting<string, Order>, api.getOrder, orderId);
      if (order.status === "pending") continue;
      yield call(settle, order);
      return;
    } catch (error) {
      // A lost question costs nothing: the next one is on its way.
      if (!(error instanceof ApiError)) throw error;
    }
  }
  yield put(confirmationDelayed());
}

function* fail(error: RequestError, keys: KeyStore) {
  if (LOST_ANSWERS.includes(error.code)) {
    yield put(answerLost(error));
    return;
  }
  yield call(keys.clear);
  yield put(orderRefused(error));
  yield put(loadRequested());
}

function* placeOrder(api: CheckoutApi, keys: KeyStore, { payload: content }: ReturnType<typeof submitted>) {
  const idempotencyKey: string = yield call(keys.keyFor, content);
  try {
    const order: Order = yield call(callAborting<PlaceOrderInput, Order>, api.placeOrder, {
      ...content,
      idempotencyKey,
    });
    yield call(keys.clear);
    if (order.status !== "pending") {
      yield call(settle, order);
      return;
    }
    yield put(orderReceived(order));
    const { isOpen }: CheckoutState = yield select(selectCheckout);
    if (isOpen) yield race({ done: call(awaitConfirmation, api, order.id), left: take(left) });
  } catch (error) {
    yield call(fail, toRequestError(error), keys);
  }
}

/** Asks for the order that the page shows until the page is left. */
function* watchShown(api: CheckoutApi, action: ReturnType<typeof confirmationAwaited | typeof left>) {
  if (confirmationAwaited.match(action)) yield call(awaitConfirmation, api, action.payload.id);
}

/**
 * Runs the checkout: one order at a time, so that a double click is one. It is placed even where its page is left, since
 * the cart has to hear of it; it stops when the person changes, and what was sent is settled by the server all the same.
 */
export function* checkoutSaga(api: CheckoutApi = checkoutApi, keys: KeyStore = sessionKeyStore) {
  yield takeLeading(submitted, function* (action) {
    yield race({ done: call(placeOrder, api, keys, action), changed: take(sessionChanged) });
  });
  yield takeLatest([confirmationAwaited, left, sessionChanged], watchShown, api);
}
