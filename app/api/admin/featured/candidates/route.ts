import { listCandidates } from "@/lib/server/featured/queries";
import { handler } from "@/lib/server/http/handler";
import { featuredListSchema, featuredSearchSchema } from "@/lib/shared/featured";

export const GET = handler(
  { access: ["staff", "admin"], query: featuredSearchSchema, output: featuredListSchema },
  async ({ query, db }) => ({ items: await listCandidates(query.q ?? "", db) }),
);
