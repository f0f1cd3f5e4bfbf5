import { handler } from "@/lib/server/http/handler";
import { WRITE_LIMIT } from "@/lib/server/reviews/limits";
import { deleteReply, saveReply } from "@/lib/server/reviews/replies";
import { saveReplySchema } from "@/lib/shared/review-desk";
import { reviewParamsSchema, reviewReplySchema } from "@/lib/shared/reviews";

/** Writes the publisher's reply to a review, or changes it; its writer is told of the first one. */
export const PUT = handler(
  {
    access: "signed_in",
    params: reviewParamsSchema,
    body: saveReplySchema,
    output: reviewReplySchema,
    rateLimit: WRITE_LIMIT,
    sendsMail: true,
  },
  ({ actor, params, body, db }) => saveReply(actor, params.id, body, db),
);

/** Deletes the publisher's reply. */
export const DELETE = handler({ access: "signed_in", params: reviewParamsSchema }, async ({ actor, params, db }) => {
  await deleteReply(actor, params.id, db);
  return undefined;
});
