import { ACCOUNT_LIMIT } from "@/lib/server/account/rules";
import { enableTwoFactor } from "@/lib/server/account/two-factor";
import { toCaller } from "@/lib/server/auth/caller";
import { handler } from "@/lib/server/http/handler";
import { enableTwoFactorSchema, recoveryCodesSchema } from "@/lib/shared/account";

/** Turns two-factor sign-in on by a first code, and answers with the recovery codes. */
export const POST = handler(
  {
    access: "signed_in",
    rateLimit: ACCOUNT_LIMIT,
    body: enableTwoFactorSchema,
    output: recoveryCodesSchema,
    sendsMail: true,
  },
  ({ actor, body, request, db }) => enableTwoFactor(actor, body, { caller: toCaller(request), db }),
);
