import type { PayloadAction } from "@reduxjs/toolkit";
import { fork, put, takeEvery } from "redux-saga/effects";
import { say } from "@/lib/shared/say";
import type { RequestError } from "../../store/request";
import { watchRequest } from "../../store/request-saga";
import { loadRequested } from "../cart/slice";
import { notified } from "../notifications/slice";
import { answersForgotten } from "../search/slice";
import { sessionCheckRequest } from "../session/requests";
import { sessionChanged } from "../session/slice";
import { type AccountApi, accountApi } from "./api";
import {
  beginTwoFactorRequest,
  cancelEmailRequest,
  closeRequest,
  confirmEmailRequest,
  disableTwoFactorRequest,
  emailRequest,
  enableTwoFactorRequest,
  endOtherSessionsRequest,
  endSessionRequest,
  notificationsRequest,
  passwordRequest,
  profileRequest,
  recoveryCodesRequest,
  requestResetRequest,
  resetPasswordRequest,
  unlinkRequest,
  unsubscribeRequest,
  verificationRequest,
} from "./requests";

/** What is said when a request succeeded, where its screen does not say it. */
function* tellSuccesses() {
  const tell = (request: { succeeded: { type: string } }, toText: (payload: string) => string) =>
    takeEvery(request.succeeded.type, function* ({ payload }: PayloadAction<string>) {
      yield put(notified({ kind: "success", text: toText(payload) }));
    });
  yield tell(profileRequest, () => say("notices.profileSaved"));
  yield tell(passwordRequest, () => say("notices.passwordChanged"));
  yield tell(emailRequest, (email) => say("notices.emailAsked", { email }));
  yield tell(cancelEmailRequest, () => say("notices.emailKept"));
  yield tell(verificationRequest, () => say("notices.verificationSent"));
  yield tell(endSessionRequest, () => say("notices.sessionEndedThere"));
  yield tell(endOtherSessionsRequest, () => say("notices.sessionsEnded"));
  yield tell(disableTwoFactorRequest, () => say("notices.twoFactorOff"));
  yield tell(unlinkRequest, (provider) => say("notices.unlinked", { provider }));
  yield tell(notificationsRequest, () => say("notices.notificationsSaved"));
  yield tell(resetPasswordRequest, () => say("notices.passwordReset"));
}

/** Failures of what has no form to stand in. */
const TOLD_FAILURES = [
  cancelEmailRequest,
  verificationRequest,
  endSessionRequest,
  endOtherSessionsRequest,
  unlinkRequest,
  notificationsRequest,
].map(({ failed }) => failed.type);

function* onToldFailure({ payload: error }: PayloadAction<RequestError>) {
  yield put(notified({ kind: "error", text: error.message }));
}

/** The header shows the name and the address, too. */
function* onPersonChanged() {
  yield put(sessionCheckRequest.requested());
}

/** The cart and what the search box knows are priced by the server, in the profile's currency. */
function* onProfileSaved() {
  yield put(loadRequested());
  yield put(answersForgotten());
}

function* onClosed() {
  yield put(sessionChanged({ view: null, cause: "sign_out" }));
  yield put(notified({ kind: "info", text: say("notices.accountClosed") }));
}

function* watchRequests(api: AccountApi) {
  yield fork(() => watchRequest(profileRequest, api.saveProfile));
  yield fork(() => watchRequest(passwordRequest, api.changePassword));
  yield fork(() => watchRequest(emailRequest, api.changeEmail));
  yield fork(() => watchRequest(cancelEmailRequest, api.cancelEmailChange));
  yield fork(() => watchRequest(verificationRequest, api.resendVerification));
  yield fork(() => watchRequest(endSessionRequest, api.endSession));
  yield fork(() => watchRequest(endOtherSessionsRequest, api.endOtherSessions));
  yield fork(() => watchRequest(beginTwoFactorRequest, api.beginTwoFactor));
  yield fork(() => watchRequest(enableTwoFactorRequest, api.enableTwoFactor));
  yield fork(() => watchRequest(disableTwoFactorRequest, api.disableTwoFactor));
  yield fork(() => watchRequest(recoveryCodesRequest, api.renewRecoveryCodes));
  yield fork(() => watchRequest(unlinkRequest, api.unlink));
  yield fork(() => watchRequest(notificationsRequest, api.saveNotifications));
  yield fork(() => watchRequest(closeRequest, api.closeAccount));
  yield fork(() => watchRequest(requestResetRequest, api.requestReset));
  yield fork(() => watchRequest(resetPasswordRequest, api.resetPassword));
  yield fork(() => watchRequest(confirmEmailRequest, api.confirmEmail));
  yield fork(() => watchRequest(unsubscribeRequest, api.unsubscribe));
}

/** Runs one's account: what is changed in it, and the links of its mails. */
export function* accountSaga(api: AccountApi = accountApi) {
  yield fork(tellSuccesses);
  yield takeEvery(TOLD_FAILURES, onToldFailure);
  yield takeEvery([profileRequest.succeeded, confirmEmailRequest.succeeded], onPersonChanged);
  yield takeEvery(profileRequest.succeeded, onProfileSaved);
  yield takeEvery(closeRequest.succeeded, onClosed);
  yield fork(watchRequests, api);
}
