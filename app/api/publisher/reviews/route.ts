import { handler } from "@/lib/server/http/handler";
import { listPublisherReviews } from "@/lib/server/reviews/queries";
import { publisherReviewPageSchema, publisherReviewsQuerySchema } from "@/lib/shared/review-desk";

/** Reviews of the games of the caller's publishers, newest first. */
export const GET = handler(
  { access: "signed_in", query: publisherReviewsQuerySchema, output: publisherReviewPageSchema },
  ({ actor, query, db }) => listPublisherReviews(actor, query, db),
);
