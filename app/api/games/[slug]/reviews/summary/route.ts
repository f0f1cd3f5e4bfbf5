import { handler, slugParamsSchema } from "@/lib/server/http/handler";
import { getReviewsSummary } from "@/lib/server/reviews/queries";
import { reviewsSummarySchema } from "@/lib/shared/reviews";

/** What all reviews of a game say together. */
export const GET = handler(
  { access: "public", params: slugParamsSchema, output: reviewsSummarySchema },
  ({ params, db }) => getReviewsSummary(params.slug, new Date(), db),
);
