import { handler } from "@/lib/server/http/handler";
import { decideReview } from "@/lib/server/reviews/decisions";
import { decidedReviewSchema, decideReviewSchema } from "@/lib/shared/review-desk";
import { reviewParamsSchema } from "@/lib/shared/reviews";

/** Decides about a review and the reports of it. */
export const POST = handler(
  {
    access: ["staff", "admin"],
    params: reviewParamsSchema,
    body: decideReviewSchema,
    output: decidedReviewSchema,
    status: 201,
  },
  ({ actor, params, body, db }) => decideReview(actor, params.id, body, db),
);
