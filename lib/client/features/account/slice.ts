import { combineReducers, createAction, createReducer, isAnyOf } from "@reduxjs/toolkit";
import type { ConfirmedEmail, Notifications, TwoFactorSetup } from "@/lib/shared/account";
import { sessionChanged } from "../session/slice";
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

/** The notification settings as the server rendered them. */
export const notificationsOpened = createAction<Notifications>("account/notificationsOpened");
/** Setting up an authenticator app was given up. */
export const setupLeft = createAction("account/setupLeft");
/** The recovery codes are in a safe place, says their owner. */
export const codesPutAway = createAction("account/codesPutAway");

/** What an authenticator app is set up with, while it is. */
const setupReducer = createReducer(null as TwoFactorSetup | null, (builder) => {
  builder
    .addCase(beginTwoFactorRequest.succeeded, (_state, { payload }) => payload)
    .addCase(setupLeft, () => null)
    .addCase(enableTwoFactorRequest.succeeded, () => null)
    .addCase(sessionChanged, () => null);
});

/** Recovery codes, which are shown once. */
const codesReducer = createReducer(null as string[] | null, (builder) => {
  builder
    .addCase(codesPutAway, () => null)
    .addCase(sessionChanged, () => null)
    .addMatcher(
      isAnyOf(enableTwoFactorRequest.succeeded, recoveryCodesRequest.succeeded),
      (_state, { payload }) => payload.codes,
    );
});

/** The settings as they are shown, and as the server has them: a change that fails is taken back. */
type NotificationsState = { shown: Notifications; saved: Notifications } | null;

const notificationsReducer = createReducer(null as NotificationsState, (builder) => {
  builder
    .addCase(notificationsRequest.requested, (state, { payload }) => state && { ...state, shown: payload })
    .addCase(notificationsRequest.failed, (state) => state && { ...state, shown: state.saved })
    .addCase(sessionChanged, () => null)
    .addMatcher(isAnyOf(notificationsOpened, notificationsRequest.succeeded), (_state, { payload }) => ({
      shown: payload,
      saved: payload,
    }));
});

const confirmedReducer = createReducer(null as ConfirmedEmail | null, (builder) => {
  builder.addCase(confirmEmailRequest.succeeded, (_state, { payload }) => payload);
});

/** Counts changes that the pages of the account show, which the server renders anew then. */
const versionReducer = createReducer(0, (builder) => {
  builder.addMatcher(
    isAnyOf(
      profileRequest.succeeded,
      passwordRequest.succeeded,
      emailRequest.succeeded,
      cancelEmailRequest.succeeded,
      endSessionRequest.succeeded,
      endOtherSessionsRequest.succeeded,
      enableTwoFactorRequest.succeeded,
      disableTwoFactorRequest.succeeded,
      recoveryCodesRequest.succeeded,
      unlinkRequest.succeeded,
    ),
    (version) => version + 1,
  );
});

export const accountReducer = combineReducers({
  setup: setupReducer,
  codes: codesReducer,
  notifications: notificationsReducer,
  confirmed: confirmedReducer,
  version: versionReducer,
  saveProfile: profileRequest.reducer,
  changePassword: passwordRequest.reducer,
  changeEmail: emailRequest.reducer,
  cancelEmail: cancelEmailRequest.reducer,
  verification: verificationRequest.reducer,
  endSession: endSessionRequest.reducer,
  endOtherSessions: endOtherSessionsRequest.reducer,
  beginTwoFactor: beginTwoFactorRequest.reducer,
  enableTwoFactor: enableTwoFactorRequest.reducer,
  disableTwoFactor: disableTwoFactorRequest.reducer,
  recoveryCodes: recoveryCodesRequest.reducer,
  unlink: unlinkRequest.reducer,
  saveNotifications: notificationsRequest.reducer,
  close: closeRequest.reducer,
  requestReset: requestResetRequest.reducer,
  resetPassword: resetPasswordRequest.reducer,
  confirmEmail: confirmEmailRequest.reducer,
  unsubscribe: unsubscribeRequest.reducer,
});
