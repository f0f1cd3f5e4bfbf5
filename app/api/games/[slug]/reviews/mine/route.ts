import { handler, slugParamsSchema } from "@/lib/server/http/handler";
import { getOwnReview } from "@/lib/server/reviews/queries";
import { ownReviewBodySchema } from "@/lib/shared/reviews";

/** What the caller wrote of a game, and whether they may. */
export const GET = handler(
  { access: "signed_in", params: slugParamsSchema, output: ownReviewBodySchema },
  ({ actor, params, db }) => getOwnReview(params.slug, actor, db),
);
