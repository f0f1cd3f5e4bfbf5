import {
  type ChangeEmailInput,
  type ChangePasswordInput,
  type ConfirmEmailInput,
  type ConfirmedEmail,
  confirmedEmailSchema,
  type DeleteAccountInput,
  type EnableTwoFactorInput,
  type LinkedAccount,
  type Notifications,
  notificationsSchema,
  type Profile,
  type Proof,
  profileSchema,
  type RecoveryCodes,
  type RequestResetInput,
  type ResetPasswordInput,
  recoveryCodesSchema,
  type TwoFactorSetup,
  twoFactorSetupSchema,
  type UpdateProfileInput,
} from "@/lib/shared/account";
import { callApi } from "../../api-client";

export function saveProfile(body: UpdateProfileInput, signal: AbortSignal): Promise<Profile> {
  return callApi("/api/account/profile", { method: "PATCH", body, output: profileSchema, signal });
}

export function changePassword(body: ChangePasswordInput, signal: AbortSignal): Promise<void> {
  return callApi("/api/account/password", { method: "PUT", body, signal });
}

export async function changeEmail(body: ChangeEmailInput, signal: AbortSignal): Promise<string> {
  await callApi("/api/account/email", { method: "POST", body, signal });
  return body.email;
}

export function cancelEmailChange(_input: unknown, signal: AbortSignal): Promise<void> {
  return callApi("/api/account/email", { method: "DELETE", signal });
}

export function resendVerification(_input: unknown, signal: AbortSignal): Promise<void> {
  return callApi("/api/account/verification", { method: "POST", signal });
}

export async function endSession(id: string, signal: AbortSignal): Promise<string> {
  await callApi(`/api/account/sessions/${id}`, { method: "DELETE", signal });
  return id;
}

export function endOtherSessions(_input: unknown, signal: AbortSignal): Promise<void> {
  return callApi("/api/account/sessions", { method: "DELETE", signal });
}

export function beginTwoFactor(body: Proof, signal: AbortSignal): Promise<TwoFactorSetup> {
  return callApi("/api/account/two-factor", { method: "POST", body, output: twoFactorSetupSchema, signal });
}

export function enableTwoFactor(body: EnableTwoFactorInput, signal: AbortSignal): Promise<RecoveryCodes> {
  return callApi("/api/account/two-factor/enable", { method: "POST", body, output: recoveryCodesSchema, signal });
}

export function disableTwoFactor(body: Proof, signal: AbortSignal): Promise<void> {
  return callApi("/api/account/two-factor/disable", { method: "POST", body, signal });
}

export function renewRecoveryCodes(body: Proof, signal: AbortSignal): Promise<RecoveryCodes> {
  const path = "/api/account/two-factor/recovery-codes";
  return callApi(path, { method: "POST", body, output: recoveryCodesSchema, signal });
}

export async function unlink({ provider, name }: LinkedAccount, signal: AbortSignal): Promise<string> {
  await callApi(`/api/account/linked/${provider}`, { method: "DELETE", signal });
  return name;
}

export function saveNotifications(body: Notifications, signal: AbortSignal): Promise<Notifications> {
  const call = { method: "PUT", body, output: notificationsSchema, outlivesPage: true, signal } as const;
  return callApi("/api/account/notifications", call);
}

export function closeAccount(body: DeleteAccountInput, signal: AbortSignal): Promise<void> {
  return callApi("/api/account/close", { method: "POST", body, signal });
}

export function requestReset(body: RequestResetInput, signal: AbortSignal): Promise<void> {
  return callApi("/api/auth/password-reset", { method: "POST", body, signal });
}

export function resetPassword(body: ResetPasswordInput, signal: AbortSignal): Promise<void> {
  return callApi("/api/auth/password-reset", { method: "PUT", body, signal });
}

export function confirmEmail(body: ConfirmEmailInput, signal: AbortSignal): Promise<ConfirmedEmail> {
  return callApi("/api/auth/confirm-email", { method: "POST", body, output: confirmedEmailSchema, signal });
}

export function unsubscribe(token: string, signal: AbortSignal): Promise<void> {
  return callApi(`/api/mail/unsubscribe?token=${encodeURIComponent(token)}`, { method: "POST", signal });
}

/** What the account's sagas ask of the server. */
export const accountApi = {
  saveProfile,
  changePassword,
  changeEmail,
  cancelEmailChange,
  resendVerification,
  endSession,
  endOtherSessions,
  beginTwoFactor,
  enableTwoFactor,
  disableTwoFactor,
  renewRecoveryCodes,
  unlink,
  saveNotifications,
  closeAccount,
  requestReset,
  resetPassword,
  confirmEmail,
  unsubscribe,
};

export type AccountApi = typeof accountApi;
