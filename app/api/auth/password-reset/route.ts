import { requestPasswordReset, resetPassword } from "@/lib/server/account/passwords";
import { CONFIRM_LIMIT, RESET_LIMIT } from "@/lib/server/account/rules";
import { toCaller } from "@/lib/server/auth/caller";
import { handler } from "@/lib/server/http/handler";
import { requestResetSchema, resetPasswordSchema } from "@/lib/shared/account";

/** Sends a link to choose a new password; the answer does not tell whether the address has an account. */
export const POST = handler(
  { access: "public", rateLimit: RESET_LIMIT, body: requestResetSchema, status: 202, sendsMail: true },
  async ({ body, request, db }) => {
    await requestPasswordReset(body, toCaller(request), db);
    return undefined;
  },
);

/** Chooses a new password by the link of a mail. */
export const PUT = handler(
  { access: "public", rateLimit: CONFIRM_LIMIT, body: resetPasswordSchema, sendsMail: true },
  async ({ body, request, db }) => {
    await resetPassword(body, toCaller(request), db);
    return undefined;
  },
);
