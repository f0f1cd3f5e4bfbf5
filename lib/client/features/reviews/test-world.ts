import { call, takeEvery } from "redux-saga/effects";
import { vi } from "vitest";
import type { SessionView } from "@/lib/shared/auth";
import type { Page } from "@/lib/shared/page";
import type { OwnReview, Review, ReviewsSummary, VoteState } from "@/lib/shared/reviews";
import { makeStore } from "../../store/make-store";
import { isUnauthenticatedFailure } from "../../store/request";
import { runSagas } from "../../store/run-sagas";
import { type Draft, type OpenedReviews, reviewsOpened } from "./actions";
import type { ReviewsApi } from "./api";
import { createDraftStore } from "./draft-store";
import { reviewsFeature } from "./feature";
import { reviewsSaga } from "./saga";

export const reader: SessionView = {
  userId: "00000000-0000-4000-8000-000000000001",
  name: "Ada",
  email: "ada@example.com",
  role: "shopper",
};

export function makeReview(id: string, change: Partial<Review> = {}): Review {
  return {
    id,
    author: "Sam",
    isRecommended: true,
    stars: 4,
    body: `What ${id} says.`,
    locale: "en",
    createdAt: "2026-03-01T10:00:00.000Z",
    editedAt: null,
    helpfulCount: 3,
    unhelpfulCount: 1,
    reply: null,
    vote: null,
    isReported: false,
    ...change,
  };
}

export function makeOwn(change: Partial<OwnReview> = {}): OwnReview {
  const version = "2026-03-01T10:00:00.000Z";
  return { ...makeReview("mine"), author: "Ada", status: "visible", reason: null, version, ...change };
}

export const emptySummary: ReviewsSummary = {
  allTime: { count: 0, positivePercent: null, summary: null, average: null },
  recent: { count: 0, positivePercent: null, summary: null },
  byStars: [],
  byMonth: [],
  languages: [],
};

export function makeOpened(change: Partial<OpenedReviews> = {}): OpenedReviews {
  const page = { items: [makeReview("one"), makeReview("two")], nextCursor: "next" };
  return { slug: "ember-tide", page, summary: emptySummary, mine: { canWrite: true, review: null }, ...change };
}

export const draft: Draft = { isRecommended: true, stars: 5, body: "A fine game for a long evening.", locale: "en" };

class MemoryStorage extends Map<string, string> {
  readonly length = 0;
  key = () => null;
  getItem = (key: string) => this.get(key) ?? null;
  setItem = (key: string, value: string) => void this.set(key, value);
  removeItem = (key: string) => void this.delete(key);
}

const never = () => new Promise<never>(() => undefined);

/** A store that shows a game's reviews; every call of the API waits until the test says otherwise. */
export function startReviews(opened: OpenedReviews | null = makeOpened()) {
  const api = {
    listReviews: vi.fn<(...input: Parameters<ReviewsApi["listReviews"]>) => Promise<Page<Review>>>(never),
    loadSummary: vi.fn<ReviewsApi["loadSummary"]>(never),
    loadMine: vi.fn<ReviewsApi["loadMine"]>(never),
    saveReview: vi.fn<ReviewsApi["saveReview"]>(never),
    deleteReview: vi.fn<ReviewsApi["deleteReview"]>(never),
    castVote: vi.fn<(...input: Parameters<ReviewsApi["castVote"]>) => Promise<VoteState>>(never),
    reportReview: vi.fn<ReviewsApi["reportReview"]>(never),
    loadHistory: vi.fn<ReviewsApi["loadHistory"]>(never),
  };
  const storage = new MemoryStorage();
  const store = makeStore({ session: reader });
  store.addFeature(reviewsFeature);
  const drafts = createDraftStore(() => storage);
  const onSignedOut = vi.fn();
  const task = runSagas(store, function* () {
    yield takeEvery(isUnauthenticatedFailure, onSignedOut);
    yield call(reviewsSaga, api, drafts);
  });
  if (opened) store.dispatch(reviewsOpened(opened));
  const state = () => store.getState().reviews;
  const texts = () => store.getState().notifications.items.map(({ text }) => text);
  return { api, storage, store, task, dispatch: store.dispatch, state, texts, onSignedOut };
}
