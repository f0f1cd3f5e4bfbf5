import { changePassword } from "@/lib/server/account/passwords";
import { ACCOUNT_LIMIT } from "@/lib/server/account/rules";
import { toCaller } from "@/lib/server/auth/caller";
import { handler } from "@/lib/server/http/handler";
import { changePasswordSchema } from "@/lib/shared/account";

export const PUT = handler(
  { access: "signed_in", rateLimit: ACCOUNT_LIMIT, body: changePasswordSchema, sendsMail: true },
  async ({ actor, body, request, db }) => {
    await changePassword(actor, body, { caller: toCaller(request), db });
    return undefined;
  },
);
