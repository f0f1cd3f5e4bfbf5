import type { Channel, Task } from "redux-saga";
import { actionChannel, call, cancel, fork, put, select, take } from "redux-saga/effects";
import type { Cart, CartLine } from "@/lib/shared/cart";
import { ApiError } from "../../api-client";
import { callAborting } from "../../store/call-aborting";
import { notified } from "../notifications/slice";
import { sessionChanged } from "../session/slice";
import { type CartApi, cartApi } from "./api";
import { selectCart } from "./selectors";
import {
  type CartState,
  changeFailed,
  changeSucceeded,
  itemAdded,
  itemRemoved,
  loaded,
  loadFailed,
  loadRequested,
} from "./slice";

type QueuedAction = ReturnType<typeof itemAdded | typeof itemRemoved | typeof loadRequested>;
type Change = ReturnType<typeof itemAdded | typeof itemRemoved>;

function* load(api: CartApi) {
  try {
    const cart: Cart = yield call(callAborting<undefined, Cart>, api.loadCart, undefined);
    yield put(loaded(cart));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    yield put(loadFailed());
  }
}

function* add(api: CartApi, { payload }: Change) {
  const line: CartLine = yield call(callAborting<CartLine, CartLine>, api.addItem, payload.line);
  yield put(changeSucceeded({ id: payload.id, line }));
  yield put(notified({ kind: "success", text: `${line.title} is in your cart` }));
}

function* remove(api: CartApi, { payload }: Change) {
  yield call(callAborting<CartLine, undefined>, api.removeItem, payload.line);
  yield put(changeSucceeded(payload));
  const action = payload.line.unavailable ? undefined : { label: "Undo", event: itemAdded(payload.line) };
  const text = `${payload.line.title} is out of your cart`;
  yield put(notified({ kind: "info", text, ...(action && { action }) }));
}

function* change(api: CartApi, action: Change) {
  const { pending }: CartState = yield select(selectCart);
  // A double click, or a change that a newer one has undone: there is nothing to send.
  if (pending[action.payload.line.gameId]?.id !== action.payload.id) return;
  try {
    if (itemAdded.match(action)) yield call(add, api, action);
    else yield call(remove, api, action);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    yield put(changeFailed(action.payload));
    yield put(notified({ kind: "error", text: error.message }));
  }
}

/** One request at a time: a guest's first one brings the cookie that the next one needs. */
function* runQueue(api: CartApi) {
  const queue: Channel<QueuedAction> = yield actionChannel([loadRequested, itemAdded, itemRemoved]);
  yield put(loadRequested());
  while (true) {
    const action: QueuedAction = yield take(queue);
    if (loadRequested.match(action)) yield call(load, api);
    else yield call(change, api, action);
  }
}

/** Runs the cart. When another person signs in, or nobody is, whatever was under way is dropped and loaded anew. */
export function* cartSaga(api: CartApi = cartApi) {
  while (true) {
    const queue: Task = yield fork(runQueue, api);
    yield take(sessionChanged);
    yield cancel(queue);
  }
}
