import { createReducer } from "@reduxjs/toolkit";
import type { Review, ReviewsSummary, VoteState } from "@/lib/shared/reviews";
import { sessionChanged } from "../session/slice";
import {
  choiceChanged,
  historyRequest,
  listRequest,
  moreRequest,
  reportRequest,
  reviewsLeft,
  reviewsOpened,
  summaryRequest,
  type Vote,
  voteCast,
  voteFailed,
  voteSettled,
} from "./actions";
import type { History, ReviewsChoice } from "./api";

/** A vote that is shown and not confirmed, and what the server said before it. */
type PendingVote = { id: string; before: VoteState };

export type ListState = {
  /** The game whose reviews are shown. */
  slug: string | null;
  choice: ReviewsChoice;
  items: Review[];
  nextCursor: string | null;
  summary: ReviewsSummary | null;
  /** By review; a newer vote takes the place of an older one. */
  votes: Record<string, PendingVote>;
  /** The earlier wordings that were asked for last. */
  history: History | null;
};

const DEFAULT_CHOICE: ReviewsChoice = { sort: "helpful" };

const initialState: ListState = {
  slug: null,
  choice: DEFAULT_CHOICE,
  items: [],
  nextCursor: null,
  summary: null,
  votes: {},
  history: null,
};

function apply(state: ListState, reviewId: string, { vote, helpfulCount, unhelpfulCount }: VoteState): void {
  const review = state.items.find(({ id }) => id === reviewId);
  if (review) Object.assign(review, { vote, helpfulCount, unhelpfulCount });
}

/** The counts once the reader's vote is another one. */
function withVote({ vote: before, helpfulCount, unhelpfulCount }: VoteState, vote: boolean | null): VoteState {
  const by = (wanted: boolean) => Number(vote === wanted) - Number(before === wanted);
  return { vote, helpfulCount: helpfulCount + by(true), unhelpfulCount: unhelpfulCount + by(false) };
}

function show(state: ListState, { id, reviewId, vote }: Vote): void {
  const review = state.items.find((item) => item.id === reviewId);
  if (!review) return;
  const { vote: shown, helpfulCount, unhelpfulCount } = review;
  const before = state.votes[reviewId]?.before ?? { vote: shown, helpfulCount, unhelpfulCount };
  state.votes[reviewId] = { id, before };
  apply(state, reviewId, withVote(before, vote));
}

/** Other rows are shown; a vote that is on its way stays on those that are among them. */
function replace(state: ListState, items: readonly Review[]): void {
  const cast = Object.entries(state.votes).flatMap(([reviewId, { id }]) => {
    const review = state.items.find((item) => item.id === reviewId);
    return review ? [{ id, reviewId, vote: review.vote }] : [];
  });
  state.items = [...items];
  state.votes = {};
  for (const vote of cast) show(state, vote);
}

/** Rows that moved between two pages come once. */
function append(state: ListState, items: readonly Review[]): void {
  const known = new Set(state.items.map(({ id }) => id));
  state.items.push(...items.filter(({ id }) => !known.has(id)));
}

export const listReducer = createReducer(initialState, (builder) => {
  builder
    .addCase(reviewsOpened, (_state, { payload: { slug, page, summary } }) => ({
      ...initialState,
      slug,
      summary,
      items: [...page.items],
      nextCursor: page.nextCursor,
    }))
    .addCase(reviewsLeft, () => initialState)
    .addCase(choiceChanged, (state, { payload }) => {
      state.choice = payload;
    })
    .addCase(listRequest.succeeded, (state, { payload }) => {
      replace(state, payload.items);
      state.nextCursor = payload.nextCursor;
    })
    .addCase(moreRequest.succeeded, (state, { payload }) => {
      append(state, payload.items);
      state.nextCursor = payload.nextCursor;
    })
    .addCase(summaryRequest.succeeded, (state, { payload }) => {
      state.summary = payload;
    })
    .addCase(historyRequest.requested, (state) => {
      state.history = null;
    })
    .addCase(historyRequest.succeeded, (state, { payload }) => {
      state.history = payload;
    })
    .addCase(reportRequest.succeeded, (state, { payload }) => {
      const review = state.items.find(({ id }) => id === payload);
      if (review) review.isReported = true;
    })
    .addCase(voteCast, (state, { payload }) => show(state, payload))
    .addCase(voteSettled, (state, { payload: { id, reviewId, state: confirmed } }) => {
      const pending = state.votes[reviewId];
      if (!pending) return;
      pending.before = confirmed;
      if (pending.id !== id) return;
      delete state.votes[reviewId];
      apply(state, reviewId, confirmed);
    })
    .addCase(voteFailed, (state, { payload: { id, reviewId } }) => {
      const pending = state.votes[reviewId];
      if (pending?.id !== id) return;
      delete state.votes[reviewId];
      apply(state, reviewId, pending.before);
    })
    .addCase(sessionChanged, (state) => {
      state.votes = {};
    });
});
