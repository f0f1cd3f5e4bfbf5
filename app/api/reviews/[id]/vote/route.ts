import { handler } from "@/lib/server/http/handler";
import { VOTE_LIMIT } from "@/lib/server/reviews/limits";
import { castVote, withdrawVote } from "@/lib/server/reviews/votes";
import { reviewParamsSchema, voteSchema, voteStateSchema } from "@/lib/shared/reviews";

const declaration = {
  access: "signed_in",
  params: reviewParamsSchema,
  output: voteStateSchema,
  rateLimit: VOTE_LIMIT,
} as const;

/** Says whether a review helps; a later vote takes the place of an earlier one. */
export const PUT = handler({ ...declaration, body: voteSchema }, ({ actor, params, body, db }) =>
  castVote(actor, params.id, body.isHelpful, db),
);

/** Takes the vote back. */
export const DELETE = handler(declaration, ({ actor, params, db }) => withdrawVote(actor, params.id, db));
