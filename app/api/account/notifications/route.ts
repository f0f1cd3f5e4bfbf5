import { updateNotifications } from "@/lib/server/account/profile";
import { getNotifications } from "@/lib/server/account/queries";
import { ACCOUNT_LIMIT } from "@/lib/server/account/rules";
import { handler } from "@/lib/server/http/handler";
import { notificationsSchema } from "@/lib/shared/account";

export const GET = handler({ access: "signed_in", output: notificationsSchema }, ({ actor, db }) =>
  getNotifications(actor, db),
);

export const PUT = handler(
  { access: "signed_in", rateLimit: ACCOUNT_LIMIT, body: notificationsSchema, output: notificationsSchema },
  ({ actor, body, db }) => updateNotifications(actor, body, db),
);
