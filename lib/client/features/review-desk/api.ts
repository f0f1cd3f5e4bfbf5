import {
  type DecidedReview,
  type DecideReviewInput,
  decidedReviewSchema,
  type SaveReplyInput,
} from "@/lib/shared/review-desk";
import { type ReviewReply, reviewReplySchema } from "@/lib/shared/reviews";
import { callApi } from "../../api-client";

export type ReplyInput = SaveReplyInput & { reviewId: string };

/** The reply under a review; null once there is none. */
export type SavedReply = { reviewId: string; reply: ReviewReply | null };

const replyPath = (reviewId: string) => `/api/publisher/reviews/${reviewId}/reply`;

export async function saveReply({ reviewId, ...body }: ReplyInput, signal: AbortSignal): Promise<SavedReply> {
  const call = { method: "PUT", body, output: reviewReplySchema, outlivesPage: true, signal } as const;
  return { reviewId, reply: await callApi(replyPath(reviewId), call) };
}

export async function deleteReply(reviewId: string, signal: AbortSignal): Promise<SavedReply> {
  await callApi(replyPath(reviewId), { method: "DELETE", outlivesPage: true, signal });
  return { reviewId, reply: null };
}

export type DecisionInput = { reviewId: string; input: DecideReviewInput };

export function decide({ reviewId, input }: DecisionInput, signal: AbortSignal): Promise<DecidedReview> {
  const call = { method: "POST", body: input, output: decidedReviewSchema, outlivesPage: true, signal } as const;
  return callApi(`/api/admin/reviews/${reviewId}/decision`, call);
}

export type UndoInput = { reviewId: string; decisionId: string };

export function undo({ reviewId, decisionId }: UndoInput, signal: AbortSignal): Promise<DecidedReview> {
  const call = {
    method: "POST",
    body: { decisionId },
    output: decidedReviewSchema,
    outlivesPage: true,
    signal,
  } as const;
  return callApi(`/api/admin/reviews/${reviewId}/undo`, call);
}

/** What the desks' saga asks of the server. */
export const reviewDeskApi = { saveReply, deleteReply, decide, undo };

export type ReviewDeskApi = typeof reviewDeskApi;
