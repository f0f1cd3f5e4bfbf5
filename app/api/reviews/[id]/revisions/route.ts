import { handler } from "@/lib/server/http/handler";
import { listRevisions } from "@/lib/server/reviews/queries";
import { reviewParamsSchema, reviewRevisionsSchema } from "@/lib/shared/reviews";

/** What a review said before it was changed, latest first. */
export const GET = handler(
  { access: "public", params: reviewParamsSchema, output: reviewRevisionsSchema },
  async ({ actor, params, db }) => ({ items: await listRevisions(params.id, actor, db) }),
);
