import { fork, put, takeEvery } from "redux-saga/effects";
import { watchRequest } from "../../store/request-saga";
import { loadRequested } from "../cart/slice";
import { notified } from "../notifications/slice";
import { type PreferencesApi, preferencesApi } from "./api";
import { currencyRequest } from "./slice";

/** The cart is priced by the server, so it is asked anew. */
function* onCurrencyChanged() {
  yield put(loadRequested());
}

function* onCurrencyFailed({ payload: error }: ReturnType<typeof currencyRequest.failed>) {
  yield put(notified({ kind: "error", text: error.message }));
}

/** Runs what a visitor prefers: the currency. The newest choice wins. */
export function* preferencesSaga(api: PreferencesApi = preferencesApi) {
  yield takeEvery(currencyRequest.succeeded, onCurrencyChanged);
  yield takeEvery(currencyRequest.failed, onCurrencyFailed);
  yield fork(() => watchRequest(currencyRequest, api.chooseCurrency));
}
