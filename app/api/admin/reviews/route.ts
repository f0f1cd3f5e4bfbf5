import { handler } from "@/lib/server/http/handler";
import { listModeratedReviews } from "@/lib/server/reviews/queries";
import { moderatedReviewPageSchema, moderationQuerySchema } from "@/lib/shared/review-desk";

/** One of staff's queues of reviews. */
export const GET = handler(
  { access: ["staff", "admin"], query: moderationQuerySchema, output: moderatedReviewPageSchema },
  ({ actor, query, db }) => listModeratedReviews(actor, query, db),
);
