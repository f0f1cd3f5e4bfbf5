import { z } from "zod";
import { ACCOUNT_LIMIT } from "@/lib/server/account/rules";
import { endSession } from "@/lib/server/account/sessions";
import { handler } from "@/lib/server/http/handler";

/** Signs one of one's browsers out. */
export const DELETE = handler(
  { access: "signed_in", rateLimit: ACCOUNT_LIMIT, params: z.object({ id: z.uuid() }) },
  async ({ actor, params, db }) => {
    await endSession(actor, params.id, db);
    return undefined;
  },
);
