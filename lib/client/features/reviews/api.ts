import type { Page } from "@/lib/shared/page";
import type { ReviewSort } from "@/lib/shared/review-choices";
import {
  type EditReviewInput,
  type OwnReview,
  type OwnReviewBody,
  ownReviewBodySchema,
  ownReviewSchema,
  type ReportReviewInput,
  type Review,
  type ReviewFilter,
  type ReviewRevision,
  type ReviewsSummary,
  reviewPageSchema,
  reviewRevisionsSchema,
  reviewsSummarySchema,
  type VoteState,
  voteStateSchema,
  type WriteReviewInput,
} from "@/lib/shared/reviews";
import { callApi } from "../../api-client";

/** What is asked for of a game's reviews. */
export type ReviewsChoice = ReviewFilter & { sort: ReviewSort };

export type ListInput = { slug: string; choice: ReviewsChoice; cursor?: string };

/** A review of one's own as it is sent: with the id and version of the one that it changes, where there is one. */
export type SaveInput = { slug: string; content: WriteReviewInput; replaces: { id: string; version: string } | null };

const pathOf = (slug: string, rest = "") => `/api/games/${encodeURIComponent(slug)}/reviews${rest}`;

function toQuery({ choice, cursor }: ListInput): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...choice, cursor })) {
    if (value !== undefined) query.set(name, String(value));
  }
  return query.toString();
}

export function listReviews(input: ListInput, signal: AbortSignal): Promise<Page<Review>> {
  return callApi(`${pathOf(input.slug)}?${toQuery(input)}`, { output: reviewPageSchema, signal });
}

export function loadSummary(slug: string, signal: AbortSignal): Promise<ReviewsSummary> {
  return callApi(pathOf(slug, "/summary"), { output: reviewsSummarySchema, signal });
}

export function loadMine(slug: string, signal: AbortSignal): Promise<OwnReviewBody> {
  return callApi(pathOf(slug, "/mine"), { output: ownReviewBodySchema, signal });
}

function sendReview({ slug, content, replaces }: SaveInput, signal: AbortSignal): Promise<OwnReview> {
  const call = { output: ownReviewSchema, outlivesPage: true, signal } as const;
  if (!replaces) return callApi(pathOf(slug), { ...call, method: "POST", body: content });
  const body: EditReviewInput = { ...content, version: replaces.version };
  return callApi(`/api/reviews/${replaces.id}`, { ...call, method: "PATCH", body });
}

/** A review with the game that it is of: its answer may come when another game is shown. */
export type SavedReview = { slug: string; review: OwnReview };

export async function saveReview(input: SaveInput, signal: AbortSignal): Promise<SavedReview> {
  return { slug: input.slug, review: await sendReview(input, signal) };
}

export type DeleteInput = { slug: string; id: string };

export async function deleteReview(input: DeleteInput, signal: AbortSignal): Promise<DeleteInput> {
  await callApi(`/api/reviews/${input.id}`, { method: "DELETE", outlivesPage: true, signal });
  return input;
}

/** Votes, or takes the vote back by null. */
export function castVote(
  { reviewId, vote }: { reviewId: string; vote: boolean | null },
  signal: AbortSignal,
): Promise<VoteState> {
  const call = { output: voteStateSchema, outlivesPage: true, signal } as const;
  const path = `/api/reviews/${reviewId}/vote`;
  if (vote === null) return callApi(path, { ...call, method: "DELETE" });
  return callApi(path, { ...call, method: "PUT", body: { isHelpful: vote } });
}

export type ReportInput = ReportReviewInput & { reviewId: string };

export async function reportReview({ reviewId, ...body }: ReportInput, signal: AbortSignal): Promise<string> {
  await callApi(`/api/reviews/${reviewId}/reports`, { method: "POST", body, outlivesPage: true, signal });
  return reviewId;
}

export type History = { reviewId: string; items: ReviewRevision[] };

export async function loadHistory(reviewId: string, signal: AbortSignal): Promise<History> {
  const { items } = await callApi(`/api/reviews/${reviewId}/revisions`, { output: reviewRevisionsSchema, signal });
  return { reviewId, items };
}

/** What the reviews' sagas ask of the server. */
export const reviewsApi = {
  listReviews,
  loadSummary,
  loadMine,
  saveReview,
  deleteReview,
  castVote,
  reportReview,
  loadHistory,
};

export type ReviewsApi = typeof reviewsApi;
