import { exportAccount } from "@/lib/server/account/export";
import { EXPORT_LIMIT } from "@/lib/server/account/rules";
import { toCaller } from "@/lib/server/auth/caller";
import { recordSecurityEvent } from "@/lib/server/auth/security-log";
import { handler } from "@/lib/server/http/handler";
import { toTextStream } from "@/lib/server/http/text-stream";

/** All that the shop holds on oneself, as a file. */
export const GET = handler({ access: "signed_in", rateLimit: EXPORT_LIMIT }, async ({ actor, request, db }) => {
  const { userId } = actor;
  await recordSecurityEvent(db, { userId, event: "account.data_exported", caller: toCaller(request) });
  return new Response(toTextStream(exportAccount(actor, db)), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="kratos-my-data.json"',
      "cache-control": "no-store",
    },
  });
});
