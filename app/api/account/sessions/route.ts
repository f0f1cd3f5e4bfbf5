import { listSessions } from "@/lib/server/account/queries";
import { ACCOUNT_LIMIT } from "@/lib/server/account/rules";
import { endOtherSessions } from "@/lib/server/account/sessions";
import { toCaller } from "@/lib/server/auth/caller";
import { handler } from "@/lib/server/http/handler";
import { sessionListSchema } from "@/lib/shared/account";

export const GET = handler({ access: "signed_in", output: sessionListSchema }, ({ actor, db }) =>
  listSessions(actor, db),
);

/** Signs one's other browsers out. */
export const DELETE = handler({ access: "signed_in", rateLimit: ACCOUNT_LIMIT }, async ({ actor, request, db }) => {
  await endOtherSessions(actor, toCaller(request), db);
  return undefined;
});
