import type {
  ChangeEmailInput,
  ChangePasswordInput,
  ConfirmEmailInput,
  ConfirmedEmail,
  DeleteAccountInput,
  EnableTwoFactorInput,
  LinkedAccount,
  Notifications,
  Profile,
  Proof,
  RecoveryCodes,
  RequestResetInput,
  ResetPasswordInput,
  TwoFactorSetup,
  UpdateProfileInput,
} from "@/lib/shared/account";
import { createRequest } from "../../store/request";

export const profileRequest = createRequest<UpdateProfileInput, Profile>("account/profile");
export const passwordRequest = createRequest<ChangePasswordInput, void>("account/password");
/** Asks for another address; answers with it. */
export const emailRequest = createRequest<ChangeEmailInput, string>("account/email");
export const cancelEmailRequest = createRequest<void, void>("account/cancelEmail");
export const verificationRequest = createRequest<void, void>("account/verification");
export const endSessionRequest = createRequest<string, string>("account/endSession");
export const endOtherSessionsRequest = createRequest<void, void>("account/endOtherSessions");
export const beginTwoFactorRequest = createRequest<Proof, TwoFactorSetup>("account/beginTwoFactor");
export const enableTwoFactorRequest = createRequest<EnableTwoFactorInput, RecoveryCodes>("account/enableTwoFactor");
export const disableTwoFactorRequest = createRequest<Proof, void>("account/disableTwoFactor");
export const recoveryCodesRequest = createRequest<Proof, RecoveryCodes>("account/recoveryCodes");
/** Unlinks a provider; answers with its name. */
export const unlinkRequest = createRequest<LinkedAccount, string>("account/unlink");
export const notificationsRequest = createRequest<Notifications, Notifications>("account/notifications");
export const closeRequest = createRequest<DeleteAccountInput, void>("account/close");

export const requestResetRequest = createRequest<RequestResetInput, void>("account/requestReset");
export const resetPasswordRequest = createRequest<ResetPasswordInput, void>("account/resetPassword");
export const confirmEmailRequest = createRequest<ConfirmEmailInput, ConfirmedEmail>("account/confirmEmail");
/** Ends one sort of mail by the token in it. */
export const unsubscribeRequest = createRequest<string, void>("account/unsubscribe");
