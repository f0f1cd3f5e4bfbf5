import type { RequestState } from "../../store/request";
import type { RootState } from "../../store/root-reducer";

type Account = RootState["account"];
type RequestName = { [Name in keyof Account]: Account[Name] extends RequestState ? Name : never }[keyof Account];

const selectorOf =
  (name: RequestName) =>
  ({ account }: RootState): RequestState =>
    account[name];

/** Where each request of the account stands. */
export const selectAccountRequest = {
  saveProfile: selectorOf("saveProfile"),
  changePassword: selectorOf("changePassword"),
  changeEmail: selectorOf("changeEmail"),
  cancelEmail: selectorOf("cancelEmail"),
  verification: selectorOf("verification"),
  endSession: selectorOf("endSession"),
  endOtherSessions: selectorOf("endOtherSessions"),
  beginTwoFactor: selectorOf("beginTwoFactor"),
  enableTwoFactor: selectorOf("enableTwoFactor"),
  disableTwoFactor: selectorOf("disableTwoFactor"),
  recoveryCodes: selectorOf("recoveryCodes"),
  unlink: selectorOf("unlink"),
  close: selectorOf("close"),
  requestReset: selectorOf("requestReset"),
  resetPassword: selectorOf("resetPassword"),
  confirmEmail: selectorOf("confirmEmail"),
  unsubscribe: selectorOf("unsubscribe"),
} as const;

export const selectSetup = ({ account }: RootState) => account.setup;
export const selectRecoveryCodes = ({ account }: RootState) => account.codes;
export const selectShownNotifications = ({ account }: RootState) => account.notifications?.shown ?? null;
export const selectConfirmedEmail = ({ account }: RootState) => account.confirmed;
export const selectAccountVersion = ({ account }: RootState) => account.version;
