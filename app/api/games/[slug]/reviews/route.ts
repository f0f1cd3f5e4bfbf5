import { handler, slugParamsSchema } from "@/lib/server/http/handler";
import { createReview } from "@/lib/server/reviews/commands";
import { WRITE_LIMIT } from "@/lib/server/reviews/limits";
import { listReviews } from "@/lib/server/reviews/queries";
import { ownReviewSchema, reviewPageSchema, reviewQuerySchema, writeReviewSchema } from "@/lib/shared/reviews";

/** A page of a game's reviews, the reader's own apart. */
export const GET = handler(
  { access: "public", params: slugParamsSchema, query: reviewQuerySchema, output: reviewPageSchema },
  ({ actor, params, query, db }) => listReviews(params.slug, query, actor, db),
);

/** An owner's review; one each. */
export const POST = handler(
  {
    access: "signed_in",
    params: slugParamsSchema,
    body: writeReviewSchema,
    output: ownReviewSchema,
    status: 201,
    rateLimit: WRITE_LIMIT,
  },
  ({ actor, params, body, db }) => createReview(actor, params.slug, body, db),
);
