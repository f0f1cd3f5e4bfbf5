import type { Channel, EventChannel, Task } from "redux-saga";
import { actionChannel, call, cancel, fork, put, select, take, takeEvery } from "redux-saga/effects";
import type { Cart, CartLine } from "@/lib/shared/cart";
import { say } from "@/lib/shared/say";
import type { Wish } from "@/lib/shared/wishlist";
import { ApiError } from "../../api-client";
import { callAborting } from "../../store/call-aborting";
import type { TabTopic } from "../../store/tab-wire";
import { browserTabs, type Tabs } from "../../store/tabs";
import { notified } from "../notifications/slice";
import { sessionChanged } from "../session/slice";
import { wishesChanged, wishReceived } from "../wishlist/slice";
import { type CartApi, cartApi } from "./api";
import { selectCart } from "./selectors";
import {
  type CartState,
  changeFailed,
  changeSucceeded,
  gamesBought,
  itemAdded,
  itemRemoved,
  itemSaved,
  loaded,
  loadFailed,
  loadRequested,
} from "./slice";

type Change = ReturnType<typeof itemAdded | typeof itemRemoved | typeof itemSaved>;
type QueuedAction = Change | ReturnType<typeof loadRequested>;

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
  const { isOpen }: CartState = yield select(selectCart);
  // The open drawer shows the game itself.
  if (!isOpen) yield put(notified({ kind: "success", text: say("notices.cartAdded", { title: line.title }) }));
}

function* remove(api: CartApi, { payload }: Change) {
  yield call(callAborting<CartLine, undefined>, api.removeItem, payload.line);
  yield put(changeSucceeded(payload));
  const action = payload.line.unavailable ? undefined : { label: say("notices.undo"), event: itemAdded(payload.line) };
  const text = say("notices.cartRemoved", { title: payload.line.title });
  yield put(notified({ kind: "info", text, ...(action && { action }) }));
}

function* saveForLater(api: CartApi, { payload }: Change) {
  const wish: Wish = yield call(callAborting<CartLine, Wish>, api.saveForLater, payload.line);
  yield put(changeSucceeded(payload));
  yield put(wishReceived(wish));
  yield put(wishesChanged());
  yield put(notified({ kind: "success", text: say("notices.savedForLater", { title: wish.title }) }));
}

function* send(api: CartApi, action: Change) {
  if (itemAdded.match(action)) yield call(add, api, action);
  else if (itemSaved.match(action)) yield call(saveForLater, api, action);
  else yield call(remove, api, action);
}

/** What the server has now, once nothing is under way any more. */
function* refresh() {
  const { pending }: CartState = yield select(selectCart);
  if (Object.keys(pending).length === 0) yield put(loadRequested());
}

function* change(api: CartApi, tabs: Tabs, action: Change) {
  const { pending }: CartState = yield select(selectCart);
  // A double click, or a change that a newer one has undone: there is nothing to send.
  if (pending[action.payload.line.gameId]?.id !== action.payload.id) return;
  try {
    yield call(send, api, action);
    yield call(tabs.tell, "cart");
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    yield put(changeFailed(action.payload));
    yield put(notified({ kind: "error", text: error.message }));
  }
  // A game can change what others cost and whether they can be bought; and an answer that was lost may have been a yes.
  yield call(refresh);
}

/** One request at a time: what is shown last is what is sent last. */
function* runQueue(api: CartApi, tabs: Tabs) {
  const queue: Channel<QueuedAction> = yield actionChannel([loadRequested, itemAdded, itemRemoved, itemSaved]);
  yield put(loadRequested());
  while (true) {
    const action: QueuedAction = yield take(queue);
    if (loadRequested.match(action)) yield call(load, api);
    else yield call(change, api, tabs, action);
  }
}

function* loadAnew() {
  yield put(loadRequested());
}

function* onBought(tabs: Tabs) {
  yield call(tabs.tell, "cart");
  yield call(tabs.tell, "library");
  yield put(loadRequested());
}

/**
 * Runs the cart, of which every tab shows the same. When another person signs in, or nobody is, whatever was under way
 * is dropped and loaded anew.
 */
export function* cartSaga(api: CartApi = cartApi, tabs: Tabs = browserTabs) {
  const news: EventChannel<TabTopic> = yield call(tabs.listen, "cart");
  yield takeEvery(news, loadAnew);
  yield takeEvery(gamesBought, onBought, tabs);
  while (true) {
    const queue: Task = yield fork(runQueue, api, tabs);
    yield take(sessionChanged);
    yield cancel(queue);
  }
}
