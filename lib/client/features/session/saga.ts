import type { Action } from "@reduxjs/toolkit";
import { type EventChannel, eventChannel } from "redux-saga";
import { call, fork, put, select, takeEvery, throttle } from "redux-saga/effects";
import type { SessionView } from "@/lib/shared/auth";
import { say } from "@/lib/shared/say";
import { isUnauthenticatedFailure } from "../../store/request";
import { watchRequest } from "../../store/request-saga";
import { notified } from "../notifications/slice";
import { type SessionApi, sessionApi } from "./api";
import { forgetShopper } from "./forget-shopper";
import {
  providerSignInRequest,
  registerRequest,
  sessionCheckRequest,
  signInCodeRequest,
  signInRequest,
  signOutRequest,
} from "./requests";
import { selectIsSessionChanging, selectSession } from "./selectors";
import { type SessionChange, sessionChanged, sessionHydrated, sessionRefreshed } from "./slice";

const CHECK_EVERY_MS = 5 * 60_000;
/** Switching between windows does not ask the server more often than this. */
const CHECK_AT_MOST_EVERY_MS = 20_000;

/** Signing in takes several requests, each with a time of its own. */
const SIGN_IN_TIMEOUT_MS = 45_000;

/** Takes over what the server says of the session, and tells whether it is another person's than before. */
function* applySession(view: SessionView | null, cause: SessionChange["cause"]) {
  const known: SessionView | null = yield select(selectSession);
  if (known?.userId !== view?.userId) {
    yield put(sessionChanged({ view, cause }));
    return true;
  }
  const isSame = known?.name === view?.name && known?.role === view?.role && known?.email === view?.email;
  if (view && !isSame) yield put(sessionRefreshed(view));
  return false;
}

function* onSignedIn({
  payload: view,
}: ReturnType<typeof signInRequest.succeeded | typeof signInCodeRequest.succeeded>) {
  if (!view) return;
  yield call(applySession, view, "sign_in");
  yield put(notified({ kind: "success", text: say("notices.welcomeBack", { name: view.name }) }));
}

function* onRegistered({ payload: view }: ReturnType<typeof registerRequest.succeeded>) {
  if (view) yield call(applySession, view, "sign_in");
  const text = view ? say("notices.welcome", { name: view.name }) : say("notices.accountReady");
  yield put(notified({ kind: "success", text }));
}

/** Another site's page: leaving ours is no work for the router. */
function onProviderReady({ payload: url }: ReturnType<typeof providerSignInRequest.succeeded>) {
  window.location.assign(url);
}

function* onProviderFailed({ payload: error }: ReturnType<typeof providerSignInRequest.failed>) {
  yield put(notified({ kind: "error", text: error.message }));
}

function* onSignedOut() {
  yield call(applySession, null, "sign_out");
  yield put(notified({ kind: "info", text: say("notices.signedOut") }));
}

function* onSignOutFailed() {
  yield put(notified({ kind: "error", text: say("notices.signOutFailed") }));
}

function* onChecked({ payload: view }: ReturnType<typeof sessionCheckRequest.succeeded>) {
  const isOther: boolean = yield call(applySession, view, "check");
  if (isOther && !view) yield put(notified({ kind: "info", text: say("notices.sessionEnded") }));
}

function* onSessionChanged({ payload }: ReturnType<typeof sessionChanged>) {
  if (payload.cause === "sign_out") yield call(forgetShopper);
}

function* onHydrated({ payload: view }: ReturnType<typeof sessionHydrated>) {
  yield call(applySession, view, "page");
}

/** Tells of every moment at which the session may have ended unseen. */
function watchMoments() {
  return eventChannel<"moment">((emit) => {
    const onReturn = () => {
      if (document.visibilityState === "visible") emit("moment");
    };
    const timer = setInterval(onReturn, CHECK_EVERY_MS);
    window.addEventListener("focus", onReturn);
    document.addEventListener("visibilitychange", onReturn);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", onReturn);
      document.removeEventListener("visibilitychange", onReturn);
    };
  });
}

/** What changes the session goes before what only looks at it: a check's older answer must not undo a sign-in. */
function* requestCheck() {
  const isChanging: boolean = yield select(selectIsSessionChanging);
  if (!isChanging) yield put(sessionCheckRequest.requested());
}

function* dropCheck() {
  yield put(sessionCheckRequest.cancelled());
}

/**
 * After what failures nobody knows whether the session stands: a refusal other than that of a password, and an answer
 * to a sign-in that was lost on its way, cookie and all or not.
 */
function isSessionInDoubt(action: Action): boolean {
  if (
    signInRequest.failed.match(action) ||
    signInCodeRequest.failed.match(action) ||
    registerRequest.failed.match(action)
  ) {
    return ["timeout", "network", "bad_answer"].includes(action.payload.code);
  }
  return isUnauthenticatedFailure(action);
}

function* watchMomentsForCheck(openMoments: typeof watchMoments) {
  const moments: EventChannel<"moment"> = yield call(openMoments);
  yield throttle(CHECK_AT_MOST_EVERY_MS, moments, requestCheck);
}

/** Runs the session: signing in and out, registering, and checking that the session still stands. */
export function* sessionSaga(api: SessionApi = sessionApi, openMoments = watchMoments) {
  const changes = [signInRequest, signInCodeRequest, registerRequest, signOutRequest];
  yield takeEvery(
    changes.map(({ requested }) => requested.type),
    dropCheck,
  );
  yield takeEvery([signInRequest.succeeded, signInCodeRequest.succeeded], onSignedIn);
  yield takeEvery(registerRequest.succeeded, onRegistered);
  yield takeEvery(providerSignInRequest.succeeded, onProviderReady);
  yield takeEvery(providerSignInRequest.failed, onProviderFailed);
  yield takeEvery(signOutRequest.succeeded, onSignedOut);
  yield takeEvery(signOutRequest.failed, onSignOutFailed);
  yield takeEvery(sessionCheckRequest.succeeded, onChecked);
  yield takeEvery(sessionHydrated, onHydrated);
  yield takeEvery(sessionChanged, onSessionChanged);
  yield fork(() => watchRequest(signInRequest, api.signIn, { timeoutMs: SIGN_IN_TIMEOUT_MS }));
  yield fork(() => watchRequest(signInCodeRequest, api.signInCode, { timeoutMs: SIGN_IN_TIMEOUT_MS }));
  yield fork(() => watchRequest(registerRequest, api.register, { timeoutMs: SIGN_IN_TIMEOUT_MS }));
  yield fork(() => watchRequest(providerSignInRequest, api.startProviderSignIn));
  yield fork(() => watchRequest(signOutRequest, api.signOut));
  yield fork(() => watchRequest(sessionCheckRequest, api.checkSession));
  yield takeEvery(isSessionInDoubt, requestCheck);
  yield fork(watchMomentsForCheck, openMoments);
}
