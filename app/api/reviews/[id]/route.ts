import { handler } from "@/lib/server/http/handler";
import { deleteReview, updateReview } from "@/lib/server/reviews/commands";
import { WRITE_LIMIT } from "@/lib/server/reviews/limits";
import { editReviewSchema, ownReviewSchema, reviewParamsSchema } from "@/lib/shared/reviews";

/** Changes one's own review; what it said stays in its history. */
export const PATCH = handler(
  {
    access: "signed_in",
    params: reviewParamsSchema,
    body: editReviewSchema,
    output: ownReviewSchema,
    rateLimit: WRITE_LIMIT,
  },
  ({ actor, params, body, db }) => updateReview(actor, params.id, body, db),
);

/** Deletes one's own review. */
export const DELETE = handler({ access: "signed_in", params: reviewParamsSchema }, async ({ actor, params, db }) => {
  await deleteReview(actor, params.id, db);
  return undefined;
});
