import { call, fork, put, takeEvery } from "redux-saga/effects";
import { watchRequest } from "../../store/request-saga";
import { browserTabs, type Tabs } from "../../store/tabs";
import { drawerOpened, loadRequested } from "../cart/slice";
import { notified } from "../notifications/slice";
import { sessionChanged } from "../session/slice";
import { type BundlesApi, bundlesApi } from "./api";
import { addBundleRequest } from "./slice";

/** A bundle changes what its games cost: the cart is asked for anew, here and in other tabs, and shown. */
function* onAdded(tabs: Tabs) {
  yield call(tabs.tell, "cart");
  yield put(loadRequested());
  yield put(drawerOpened());
}

function* onFailed({ payload: error }: ReturnType<typeof addBundleRequest.failed>) {
  yield put(notified({ kind: "error", text: error.message }));
  // What was shown is out of date, or the answer was lost on its way.
  yield put(loadRequested());
}

function* onSessionChanged() {
  yield put(addBundleRequest.cancelled());
}

/** Puts bundles into the cart; another person's are dropped. */
export function* bundlesSaga(api: BundlesApi = bundlesApi, tabs: Tabs = browserTabs) {
  yield takeEvery(addBundleRequest.succeeded, onAdded, tabs);
  yield takeEvery(addBundleRequest.failed, onFailed);
  yield takeEvery(sessionChanged, onSessionChanged);
  yield fork(() => watchRequest(addBundleRequest, api.addBundle));
}
