import { CONFIRM_LIMIT } from "@/lib/server/account/rules";
import { toCaller } from "@/lib/server/auth/caller";
import { confirmEmail } from "@/lib/server/auth/verification";
import { handler } from "@/lib/server/http/handler";
import { confirmEmailSchema, confirmedEmailSchema } from "@/lib/shared/account";

/** Does what the link of a mail was for: verifies an address, or changes to it. */
export const POST = handler(
  {
    access: "public",
    rateLimit: CONFIRM_LIMIT,
    body: confirmEmailSchema,
    output: confirmedEmailSchema,
    sendsMail: true,
  },
  ({ body, request, db }) => confirmEmail(body.token, toCaller(request), db),
);
