import { handler } from "@/lib/server/http/handler";
import { getSalesOverview } from "@/lib/server/sales/queries";
import { salesOverviewSchema } from "@/lib/shared/sales";

export const GET = handler({ access: ["staff", "admin"], output: salesOverviewSchema }, ({ actor, db }) =>
  getSalesOverview(actor, db),
);
