import { cancelEmailChange, changeEmail } from "@/lib/server/account/profile";
import { EMAIL_CHANGE_LIMIT } from "@/lib/server/account/rules";
import { toCaller } from "@/lib/server/auth/caller";
import { handler } from "@/lib/server/http/handler";
import { changeEmailSchema } from "@/lib/shared/account";

/** Asks for another address, which then gets a link. */
export const POST = handler(
  { access: "signed_in", rateLimit: EMAIL_CHANGE_LIMIT, body: changeEmailSchema, status: 202, sendsMail: true },
  async ({ actor, body, request, db }) => {
    await changeEmail(actor, body, { caller: toCaller(request), db });
    return undefined;
  },
);

/** Gives a change up that is not confirmed yet. */
export const DELETE = handler({ access: "signed_in" }, async ({ actor, db }) => {
  await cancelEmailChange(actor, db);
  return undefined;
});
