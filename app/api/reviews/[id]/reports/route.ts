import { handler } from "@/lib/server/http/handler";
import { REPORT_LIMIT } from "@/lib/server/reviews/limits";
import { reportReview } from "@/lib/server/reviews/reports";
import { reportReviewSchema, reviewParamsSchema } from "@/lib/shared/reviews";

/** Tells staff of a review; a second report by the same reader changes nothing. */
export const POST = handler(
  { access: "signed_in", params: reviewParamsSchema, body: reportReviewSchema, rateLimit: REPORT_LIMIT },
  async ({ actor, params, body, db }) => {
    await reportReview(actor, params.id, body, db);
    return undefined;
  },
);
