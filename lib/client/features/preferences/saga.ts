import { call, fork, put, takeEvery } from "redux-saga/effects";
import { watchRequest } from "../../store/request-saga";
import { browserTabs, type Tabs } from "../../store/tabs";
import { loadRequested } from "../cart/slice";
import { notified } from "../notifications/slice";
import { type PreferencesApi, preferencesApi } from "./api";
import { currencyRequest, isCurrencyChange } from "./slice";

/** The cart is priced by the server, so it is asked anew. */
function* onCurrencyChanged() {
  yield put(loadRequested());
}

function* tellTabs(tabs: Tabs) {
  yield call(tabs.tell, "currency");
}

function* onCurrencyFailed({ payload: error }: ReturnType<typeof currencyRequest.failed>) {
  yield put(notified({ kind: "error", text: error.message }));
}

/**
 * Runs what a visitor prefers: the currency, which every tab is shown in. The newest choice wins. News of another tab's
 * choice comes by the page, which listens before these sagas are there.
 */
export function* preferencesSaga(api: PreferencesApi = preferencesApi, tabs: Tabs = browserTabs) {
  yield takeEvery(isCurrencyChange, onCurrencyChanged);
  yield takeEvery(currencyRequest.succeeded, tellTabs, tabs);
  yield takeEvery(currencyRequest.failed, onCurrencyFailed);
  yield fork(() => watchRequest(currencyRequest, api.chooseCurrency));
}
