import { ACCOUNT_LIMIT } from "@/lib/server/account/rules";
import { renewRecoveryCodes } from "@/lib/server/account/two-factor";
import { toCaller } from "@/lib/server/auth/caller";
import { handler } from "@/lib/server/http/handler";
import { proofSchema, recoveryCodesSchema } from "@/lib/shared/account";

/** Makes new recovery codes in the place of the old ones. */
export const POST = handler(
  { access: "signed_in", rateLimit: ACCOUNT_LIMIT, body: proofSchema, output: recoveryCodesSchema },
  ({ actor, body, request, db }) => renewRecoveryCodes(actor, body, { caller: toCaller(request), db }),
);
