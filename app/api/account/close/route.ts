import { closeAccount } from "@/lib/server/account/close";
import { ACCOUNT_LIMIT } from "@/lib/server/account/rules";
import { toCaller } from "@/lib/server/auth/caller";
import { handler } from "@/lib/server/http/handler";
import { deleteAccountSchema } from "@/lib/shared/account";

/** Closes one's account for good. */
export const POST = handler(
  { access: "signed_in", rateLimit: ACCOUNT_LIMIT, body: deleteAccountSchema, sendsMail: true },
  async ({ actor, body, request, db }) => {
    await closeAccount(actor, body, { caller: toCaller(request), db });
    return undefined;
  },
);
