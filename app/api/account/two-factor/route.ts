import { getTwoFactor } from "@/lib/server/account/queries";
import { ACCOUNT_LIMIT } from "@/lib/server/account/rules";
import { beginTwoFactor } from "@/lib/server/account/two-factor";
import { toCaller } from "@/lib/server/auth/caller";
import { handler } from "@/lib/server/http/handler";
import { proofSchema, twoFactorSchema, twoFactorSetupSchema } from "@/lib/shared/account";

export const GET = handler({ access: "signed_in", output: twoFactorSchema }, ({ actor, db }) =>
  getTwoFactor(actor, db),
);

/** Begins to set up an authenticator app. */
export const POST = handler(
  { access: "signed_in", rateLimit: ACCOUNT_LIMIT, body: proofSchema, output: twoFactorSetupSchema },
  ({ actor, body, request, db }) => beginTwoFactor(actor, body, { caller: toCaller(request), db }),
);
