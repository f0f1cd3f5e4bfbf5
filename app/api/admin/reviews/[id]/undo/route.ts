import { handler } from "@/lib/server/http/handler";
import { undoDecision } from "@/lib/server/reviews/decisions";
import { decidedReviewSchema, undoDecisionSchema } from "@/lib/shared/review-desk";
import { reviewParamsSchema } from "@/lib/shared/reviews";

/** Takes the last decision about a review back. */
export const POST = handler(
  { access: ["staff", "admin"], params: reviewParamsSchema, body: undoDecisionSchema, output: decidedReviewSchema },
  ({ actor, params, body, db }) => undoDecision(actor, params.id, body.decisionId, db),
);
