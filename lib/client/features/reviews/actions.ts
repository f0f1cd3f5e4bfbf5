import { createAction, nanoid } from "@reduxjs/toolkit";
import type { Page } from "@/lib/shared/page";
import type { OwnReviewBody, Review, ReviewsSummary, VoteState, WriteReviewInput } from "@/lib/shared/reviews";
import { prepareQuiet } from "../../store/quiet-action";
import { createRequest, type RequestError } from "../../store/request";
import type { DeleteInput, History, ListInput, ReportInput, ReviewsChoice, SavedReview, SaveInput } from "./api";

/** A game's reviews as the server rendered them. */
export type OpenedReviews = {
  slug: string;
  page: Page<Review>;
  summary: ReviewsSummary;
  mine: OwnReviewBody;
};

/** A game's reviews are shown, or shown anew for another reader. */
export const reviewsOpened = createAction("reviews/opened", prepareQuiet<OpenedReviews>);
export const reviewsLeft = createAction("reviews/left", () => prepareQuiet(undefined));

/** The reader wants other reviews, or another order. */
export const choiceChanged = createAction<ReviewsChoice>("reviews/choiceChanged");
export const moreWanted = createAction("reviews/moreWanted");

export const listRequest = createRequest<ListInput, Page<Review>>("reviews/list");
export const moreRequest = createRequest<ListInput, Page<Review>>("reviews/more");
export const summaryRequest = createRequest<string, ReviewsSummary>("reviews/summary");
export const mineRequest = createRequest<string, OwnReviewBody>("reviews/mine");
export const saveRequest = createRequest<SaveInput, SavedReview>("reviews/save");
export const deleteRequest = createRequest<DeleteInput, DeleteInput>("reviews/delete");
export const reportRequest = createRequest<ReportInput, string>("reviews/report");
export const historyRequest = createRequest<string, History>("reviews/history");

/** A vote of the reader; `id` tells one from the next one on the same review. */
export type Vote = { id: string; reviewId: string; vote: boolean | null };

export const voteCast = createAction("reviews/voteCast", (vote: Omit<Vote, "id">) => ({
  payload: { ...vote, id: nanoid() } satisfies Vote,
}));
export const voteSettled = createAction<Vote & { state: VoteState }>("reviews/voteSettled");
export const voteFailed = createAction<Vote & Pick<RequestError, "code">>("reviews/voteFailed");

/** What the form holds; nothing is chosen for the writer. */
export type Draft = Omit<WriteReviewInput, "isRecommended" | "stars"> & {
  isRecommended: boolean | null;
  stars: number | null;
};

export const formOpened = createAction("reviews/formOpened");
export const formClosed = createAction("reviews/formClosed");
export const draftChanged = createAction<Partial<Draft>>("reviews/draftChanged");
/** An unfinished review of this browser session was found. */
export const draftFound = createAction<Draft>("reviews/draftFound");
/** The writer sends the form; it is shown as published at once, with the moment and their name. */
export const submitted = createAction("reviews/submitted", (content: WriteReviewInput, author: string) => ({
  payload: { content, author, at: new Date().toISOString() },
}));
/** The writer gives up their draft for what stands on the server. */
export const draftDropped = createAction("reviews/draftDropped");
