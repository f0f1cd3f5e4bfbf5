import { resendVerification } from "@/lib/server/account/profile";
import { VERIFICATION_LIMIT } from "@/lib/server/account/rules";
import { handler } from "@/lib/server/http/handler";

/** Sends the link that proves one's address once more. */
export const POST = handler(
  { access: "signed_in", rateLimit: VERIFICATION_LIMIT, status: 202, sendsMail: true },
  async ({ actor, db }) => {
    await resendVerification(actor, db);
    return undefined;
  },
);
