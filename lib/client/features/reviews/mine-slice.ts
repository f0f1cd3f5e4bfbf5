import { createReducer } from "@reduxjs/toolkit";
import type { OwnReview, WriteReviewInput } from "@/lib/shared/reviews";
import { sessionChanged } from "../session/slice";
import {
  type Draft,
  deleteRequest,
  draftChanged,
  draftDropped,
  draftFound,
  formClosed,
  formOpened,
  mineRequest,
  reviewsLeft,
  reviewsOpened,
  saveRequest,
  submitted,
} from "./actions";

export type MineState = {
  /** The game that is shown. */
  slug: string | null;
  canWrite: boolean;
  /** One's own review as it is shown: a wording on its way is shown already. */
  shown: OwnReview | null;
  /** As the server has it. */
  confirmed: OwnReview | null;
  isFormOpen: boolean;
  /** What the form holds, or held when it was left; null where nothing was written. */
  draft: Draft | null;
  /** The wording that is shown is on its way. */
  isSaving: boolean;
};

const initialState: MineState = {
  slug: null,
  canWrite: false,
  shown: null,
  confirmed: null,
  isFormOpen: false,
  draft: null,
  isSaving: false,
};

/** A wording as it looks once it is published. */
function toShown(confirmed: OwnReview | null, content: WriteReviewInput, author: string, at: string): OwnReview {
  if (confirmed) return { ...confirmed, ...content, editedAt: at };
  return {
    ...content,
    id: "",
    author,
    createdAt: at,
    editedAt: null,
    helpfulCount: 0,
    unhelpfulCount: 0,
    reply: null,
    vote: null,
    isReported: false,
    status: "visible",
    reason: null,
    version: at,
  };
}

/** The wording that a form begins with. */
export function toDraft(review: OwnReview | null, locale: Draft["locale"]): Draft {
  if (!review) return { isRecommended: null, stars: null, body: "", locale };
  const { isRecommended, stars, body } = review;
  return { isRecommended, stars, body, locale: review.locale as Draft["locale"] };
}

export const mineReducer = createReducer(initialState, (builder) => {
  builder
    .addCase(reviewsOpened, (_state, { payload: { slug, mine } }) => ({
      ...initialState,
      slug,
      canWrite: mine.canWrite,
      shown: mine.review,
      confirmed: mine.review,
    }))
    .addCase(reviewsLeft, () => initialState)
    .addCase(sessionChanged, () => initialState)
    .addCase(formOpened, (state) => {
      state.isFormOpen = true;
    })
    .addCase(formClosed, (state) => {
      state.isFormOpen = false;
    })
    .addCase(draftFound, (state, { payload }) => {
      state.draft = payload;
    })
    .addCase(draftChanged, (state, { payload }) => {
      if (state.draft) Object.assign(state.draft, payload);
    })
    .addCase(draftDropped, (state) => {
      state.draft = null;
      state.isFormOpen = false;
    })
    .addCase(submitted, (state, { payload: { content, author, at } }) => {
      state.shown = toShown(state.confirmed, content, author, at);
      state.isSaving = true;
      state.isFormOpen = false;
    })
    .addCase(saveRequest.succeeded, (state, { payload: { slug, review } }) => {
      if (slug !== state.slug) return;
      state.shown = review;
      state.confirmed = review;
      state.draft = null;
      state.isSaving = false;
    })
    .addCase(saveRequest.failed, (state) => {
      if (!state.isSaving) return;
      state.shown = state.confirmed;
      state.isSaving = false;
      state.isFormOpen = true;
    })
    .addCase(mineRequest.succeeded, (state, { payload }) => {
      state.canWrite = payload.canWrite;
      state.shown = payload.review;
      state.confirmed = payload.review;
    })
    .addCase(deleteRequest.succeeded, (state, { payload }) => {
      if (payload.slug !== state.slug) return;
      state.shown = null;
      state.confirmed = null;
    });
});
