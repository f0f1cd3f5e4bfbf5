import { call, delay, fork, put, select, takeEvery, takeLatest } from "redux-saga/effects";
import { watchRequest } from "../../store/request-saga";
import { isCurrencyChange } from "../preferences/slice";
import { type SessionChange, sessionChanged } from "../session/slice";
import { type SearchApi, searchApi } from "./api";
import { localRecentStore, type RecentStore } from "./recent-store";
import { selectIsAnswered, selectSearchText } from "./selectors";
import {
  type Answer,
  answersForgotten,
  closed,
  opened,
  recentCleared,
  recentLoaded,
  recentRemoved,
  submitted,
  suggestRequest,
  typed,
  withSearch,
} from "./slice";

/** Quick fingers pause no longer than this between two letters. */
export const TYPING_REST_MS = 120;

/** A suggestion that takes longer has come too late. */
const SUGGEST_TIMEOUT_MS = 5_000;

/** What was typed is asked for when the fingers rest; what is asked for already is dropped first. */
function* onTyped() {
  yield put(suggestRequest.cancelled());
  const q: string = yield select(selectSearchText);
  const isKnown: boolean = yield select(selectIsAnswered);
  if (q === "" || isKnown) return;
  yield delay(TYPING_REST_MS);
  yield put(suggestRequest.requested(q));
}

function* onMoved(action: ReturnType<typeof typed | typeof closed>) {
  if (typed.match(action)) yield call(onTyped);
  else yield put(suggestRequest.cancelled());
}

function* loadRecent(recents: RecentStore) {
  const recent: string[] = yield call(recents.read);
  yield put(recentLoaded(recent));
}

/** The browser's list is changed, not replaced: this tab may not have read it yet, or not since another one wrote it. */
function* keepRecent(
  recents: RecentStore,
  action: ReturnType<typeof submitted | typeof recentRemoved | typeof recentCleared>,
) {
  const kept: string[] = yield call(recents.read);
  let recent: string[] = [];
  if (submitted.match(action)) recent = withSearch(kept, action.payload);
  else if (recentRemoved.match(action)) recent = kept.filter((text) => text !== action.payload);
  yield call(recents.write, recent);
  yield put(recentLoaded(recent));
}

/** Who signs out leaves nothing behind for whoever uses the browser next. */
function* onSessionChanged({ payload }: { payload: SessionChange }) {
  if (payload.cause === "sign_out") yield put(recentCleared());
}

/** Suggestions carry prices. */
function* onCurrencyChanged() {
  yield put(answersForgotten());
}

/** Runs the search box: suggestions to what was typed last, and what was searched for lately in this browser. */
export function* searchSaga(api: SearchApi = searchApi, recents: RecentStore = localRecentStore) {
  const ask = async (q: string, signal: AbortSignal): Promise<Answer> => ({
    q,
    suggestions: await api.suggest(q, signal),
  });
  yield takeEvery(opened, loadRecent, recents);
  yield takeEvery([submitted, recentRemoved, recentCleared], keepRecent, recents);
  yield takeEvery(sessionChanged, onSessionChanged);
  yield takeEvery(isCurrencyChange, onCurrencyChanged);
  yield takeLatest([typed, closed], onMoved);
  yield fork(() => watchRequest(suggestRequest, ask, { timeoutMs: SUGGEST_TIMEOUT_MS }));
}
