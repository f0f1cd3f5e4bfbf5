import { z } from "zod";
import { codeSchema, emailSchema, givenPasswordSchema, nameSchema, newPasswordSchema } from "./auth";
import { shopCurrencySchema } from "./currency-schema";
import { localeSchema } from "./locale-schema";
import { say } from "./say";

/** Mail that one gets only where one wants it. */
export const NOTIFICATION_SETTINGS = ["priceDrops", "releases", "replies"] as const;

export const notificationSettingSchema = z.enum(NOTIFICATION_SETTINGS);

export type NotificationSetting = z.infer<typeof notificationSettingSchema>;

export const notificationsSchema = z.record(notificationSettingSchema, z.boolean());

export type Notifications = z.infer<typeof notificationsSchema>;

const moment = z.iso.datetime();

/** What the account pages show of oneself. */
export const profileSchema = z.object({
  name: z.string(),
  email: z.string(),
  isEmailVerified: z.boolean(),
  /** Address that waits to be confirmed. */
  pendingEmail: z.string().nullable(),
  locale: localeSchema,
  currency: shopCurrencySchema.nullable(),
  hasPassword: z.boolean(),
  createdAt: moment,
});

export type Profile = z.infer<typeof profileSchema>;

export const updateProfileSchema = z.object({
  name: nameSchema,
  locale: localeSchema,
  /** Null follows the browser. */
  currency: shopCurrencySchema.nullable(),
});

export type UpdateProfileInput = z.infer<typeof updateProfileSchema>;

/** By what somebody shows that the account is theirs; which of it is needed follows from the account. */
export const proofSchema = z.object({
  password: givenPasswordSchema.optional(),
  code: codeSchema.optional(),
});

export type Proof = z.infer<typeof proofSchema>;

export const changePasswordSchema = z.object({ currentPassword: givenPasswordSchema, password: newPasswordSchema });

export type ChangePasswordInput = z.infer<typeof changePasswordSchema>;

export const changeEmailSchema = proofSchema.extend({ email: emailSchema });

export type ChangeEmailInput = z.infer<typeof changeEmailSchema>;

export const requestResetSchema = z.object({ email: emailSchema });

export type RequestResetInput = z.infer<typeof requestResetSchema>;

/** What stands in the link of a mail. */
export const emailTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, say("errors.linkUsed"));

export const resetPasswordSchema = z.object({ token: emailTokenSchema, password: newPasswordSchema });

export type ResetPasswordInput = z.infer<typeof resetPasswordSchema>;

export const confirmEmailSchema = z.object({ token: emailTokenSchema });

export type ConfirmEmailInput = z.infer<typeof confirmEmailSchema>;

/** What a confirmed link did. */
export const confirmedEmailSchema = z.object({ kind: z.enum(["verified", "changed"]), email: z.string() });

export type ConfirmedEmail = z.infer<typeof confirmedEmailSchema>;

/** A signed-in browser. */
export const sessionRowSchema = z.object({
  id: z.uuid(),
  isCurrent: z.boolean(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  device: z.enum(["desktop", "phone", "tablet", "other"]),
  ip: z.string().nullable(),
  createdAt: moment,
  lastSeenAt: moment,
});

export type SessionRow = z.infer<typeof sessionRowSchema>;

export const sessionListSchema = z.object({ items: z.array(sessionRowSchema) });

/** Where two-factor sign-in stands. */
export const twoFactorSchema = z.object({
  enabledAt: moment.nullable(),
  recoveryCodesLeft: z.int().min(0),
});

export type TwoFactorView = z.infer<typeof twoFactorSchema>;

/** What an authenticator app is set up with. */
export const twoFactorSetupSchema = z.object({
  /** The secret in base32, to be typed where no picture can be taken. */
  secret: z.string(),
  otpauthUrl: z.string(),
  /** The same as a QR code: an SVG as a data address. */
  qrCode: z.string(),
});

export type TwoFactorSetup = z.infer<typeof twoFactorSetupSchema>;

export const enableTwoFactorSchema = z.object({ code: codeSchema });

export type EnableTwoFactorInput = z.infer<typeof enableTwoFactorSchema>;

/** Recovery codes, shown this once. */
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) });

export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;

export const linkedProviderSchema = z.enum(["google", "github"]);

export type LinkedProvider = z.infer<typeof linkedProviderSchema>;

export const linkedAccountSchema = z.object({
  provider: linkedProviderSchema,
  name: z.string(),
  linkedAt: moment.nullable(),
});

export type LinkedAccount = z.infer<typeof linkedAccountSchema>;

/** Events of the audit log that their account's owner sees. */
export const SECURITY_EVENTS = [
  "account.registered",
  "account.signed_in",
  "account.code_refused",
  "account.signed_out_elsewhere",
  "account.email_verified",
  "account.email_change_asked",
  "account.email_changed",
  "account.password_reset_asked",
  "account.password_reset",
  "account.password_changed",
  "account.two_factor_enabled",
  "account.two_factor_disabled",
  "account.recovery_codes_made",
  "account.recovery_code_used",
  "account.provider_linked",
  "account.provider_unlinked",
  "account.data_exported",
  "account.deleted",
] as const;

export const securityEventSchema = z.enum(SECURITY_EVENTS);

export type SecurityEvent = z.infer<typeof securityEventSchema>;

export const activitySchema = z.object({
  id: z.string(),
  event: securityEventSchema,
  at: moment,
  ip: z.string().nullable(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  provider: z.string().nullable(),
});

export type Activity = z.infer<typeof activitySchema>;

export const deleteAccountSchema = proofSchema.extend({
  /** The account's e-mail address, typed to show that it is meant. */
  confirmation: z
    .string({ error: say("errors.confirmationMissing") })
    .trim()
    .toLowerCase()
    .min(1, say("errors.confirmationMissing")),
});

export type DeleteAccountInput = z.infer<typeof deleteAccountSchema>;
