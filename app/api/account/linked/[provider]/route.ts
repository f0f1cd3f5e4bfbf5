import { z } from "zod";
import { ACCOUNT_LIMIT } from "@/lib/server/account/rules";
import { toCaller } from "@/lib/server/auth/caller";
import { unlinkProvider } from "@/lib/server/auth/linked-accounts";
import { handler } from "@/lib/server/http/handler";
import { linkedProviderSchema } from "@/lib/shared/account";

export const DELETE = handler(
  {
    access: "signed_in",
    rateLimit: ACCOUNT_LIMIT,
    params: z.object({ provider: linkedProviderSchema }),
    sendsMail: true,
  },
  async ({ actor, params, request, db }) => {
    await unlinkProvider(actor, params.provider, { caller: toCaller(request), db });
    return undefined;
  },
);
