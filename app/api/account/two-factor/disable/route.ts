import { ACCOUNT_LIMIT } from "@/lib/server/account/rules";
import { disableTwoFactor } from "@/lib/server/account/two-factor";
import { toCaller } from "@/lib/server/auth/caller";
import { handler } from "@/lib/server/http/handler";
import { proofSchema } from "@/lib/shared/account";

export const POST = handler(
  { access: "signed_in", rateLimit: ACCOUNT_LIMIT, body: proofSchema, sendsMail: true },
  async ({ actor, body, request, db }) => {
    await disableTwoFactor(actor, body, { caller: toCaller(request), db });
    return undefined;
  },
);
