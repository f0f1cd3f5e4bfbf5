import type { Channel, EventChannel, Task } from "redux-saga";
import { actionChannel, call, cancel, fork, put, select, take, takeEvery } from "redux-saga/effects";
import { say } from "@/lib/shared/say";
import type { Wish, Wishlist } from "@/lib/shared/wishlist";
import { ApiError } from "../../api-client";
import { callAborting } from "../../store/call-aborting";
import { watchRequest } from "../../store/request-saga";
import type { TabTopic } from "../../store/tab-wire";
import { browserTabs, type Tabs } from "../../store/tabs";
import { loaded as cartLoaded, gamesBought } from "../cart/slice";
import { notified } from "../notifications/slice";
import { isCurrencyChange } from "../preferences/slice";
import { sessionChanged } from "../session/slice";
import { type WishlistApi, wishlistApi } from "./api";
import type { WishChange } from "./changes";
import { selectWishlist } from "./selectors";
import {
  changeFailed,
  changeSucceeded,
  idsLoaded,
  loadFailed,
  loadRequested,
  moveToCartRequest,
  type PendingChange,
  type WishlistView,
  wishChanged,
  wishesChanged,
  wishesLoaded,
} from "./slice";

type QueuedAction = ReturnType<typeof loadRequested | typeof wishChanged>;

function* load(api: WishlistApi, { payload }: ReturnType<typeof loadRequested>) {
  try {
    if (payload.withWishes) {
      const wishlist: Wishlist = yield call(callAborting<undefined, Wishlist>, api.loadWishes, undefined);
      yield put(wishesLoaded(wishlist));
    } else {
      const gameIds: string[] = yield call(callAborting<undefined, string[]>, api.loadIds, undefined);
      yield put(idsLoaded(gameIds));
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    yield put(loadFailed());
  }
}

/** Asks anew for as much as was known. */
function* loadAnew() {
  const { hasWishes }: WishlistView = yield select(selectWishlist);
  yield put(loadRequested({ withWishes: hasWishes }));
}

/** Prices are the server's to tell, where a page shows them. */
function* onCurrencyChanged() {
  const { hasWishes }: WishlistView = yield select(selectWishlist);
  if (hasWishes) yield put(loadRequested({ withWishes: true }));
}

function* tellVisitor({ change, undo }: PendingChange) {
  const { title } = change.game;
  if (change.kind === "add") yield put(notified({ kind: "success", text: say("notices.wishAdded", { title }) }));
  if (change.kind === "remove") {
    const action = undo && { label: say("notices.undo"), event: wishChanged(undo) };
    const text = say("notices.wishRemoved", { title });
    yield put(notified({ kind: "info", text, ...(action && { action }) }));
  }
}

function* send(api: WishlistApi, tabs: Tabs, { payload }: ReturnType<typeof wishChanged>) {
  const { pending }: WishlistView = yield select(selectWishlist);
  const change = pending.find(({ id }) => id === payload.id);
  // It changed nothing: there is nothing to send.
  if (!change) return;
  try {
    const run = callAborting<WishChange, Wish | undefined>;
    const wish: Wish | undefined = yield call(run, api.sendChange, change.change);
    yield put(changeSucceeded({ id: change.id, wish }));
    yield call(tabs.tell, "wishlist");
    yield call(tellVisitor, change);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    yield put(changeFailed(change.id));
    yield put(notified({ kind: "error", text: error.message }));
    // The list may be another one than this tab believed, and an answer that was lost may have been a yes.
    yield call(loadAnew);
  }
}

/** One request at a time: what is shown last is what is sent last. */
function* runQueue(api: WishlistApi, tabs: Tabs) {
  const queue: Channel<QueuedAction> = yield actionChannel([loadRequested, wishChanged]);
  yield put(loadRequested({ withWishes: false }));
  while (true) {
    const action: QueuedAction = yield take(queue);
    if (loadRequested.match(action)) yield call(load, api, action);
    else yield call(send, api, tabs, action);
  }
}

function* onMoved(tabs: Tabs, { payload }: ReturnType<typeof moveToCartRequest.succeeded>) {
  const [moved, kept] = [payload.movedIds.length, payload.kept.length];
  yield put(cartLoaded(payload.cart));
  yield call(tabs.tell, "cart");
  yield call(tabs.tell, "wishlist");
  const text = moved > 0 ? say("notices.wishesMoved", { moved, kept }) : say("notices.wishesKept", { kept });
  yield put(notified({ kind: moved > 0 ? "success" : "info", text }));
}

function* onMoveFailed({ payload: error }: ReturnType<typeof moveToCartRequest.failed>) {
  yield put(notified({ kind: "error", text: error.message }));
}

function* tellTabs(tabs: Tabs) {
  yield call(tabs.tell, "wishlist");
}

function* onBought(tabs: Tabs) {
  yield call(tabs.tell, "wishlist");
  yield call(loadAnew);
}

/**
 * Runs the wishlist, of which every tab shows the same. When another person signs in, or nobody is, whatever was under
 * way is dropped and loaded anew.
 */
export function* wishlistSaga(api: WishlistApi = wishlistApi, tabs: Tabs = browserTabs) {
  const news: EventChannel<TabTopic> = yield call(tabs.listen, "wishlist");
  yield takeEvery(news, loadAnew);
  yield takeEvery(isCurrencyChange, onCurrencyChanged);
  yield takeEvery(wishesChanged, tellTabs, tabs);
  yield takeEvery(gamesBought, onBought, tabs);
  yield takeEvery(moveToCartRequest.succeeded, onMoved, tabs);
  yield takeEvery(moveToCartRequest.failed, onMoveFailed);
  yield fork(() => watchRequest(moveToCartRequest, api.moveToCart));
  while (true) {
    const queue: Task = yield fork(runQueue, api, tabs);
    yield take(sessionChanged);
    yield put(moveToCartRequest.cancelled());
    yield cancel(queue);
  }
}
