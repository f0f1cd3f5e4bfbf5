import type { Task } from "redux-saga";
import { cancel, fork, put, select, take, takeEvery } from "redux-saga/effects";
import { say } from "@/lib/shared/say";
import { watchRequest } from "../../store/request-saga";
import { notified } from "../notifications/slice";
import { sessionChanged } from "../session/slice";
import {
  choiceChanged,
  deleteRequest,
  historyRequest,
  listRequest,
  mineRequest,
  moreRequest,
  moreWanted,
  reportRequest,
  reviewsLeft,
  reviewsOpened,
  saveRequest,
  summaryRequest,
} from "./actions";
import { type ReviewsApi, reviewsApi } from "./api";
import { type DraftStore, sessionDraftStore } from "./draft-store";
import type { ListState } from "./list-slice";
import { selectReviewsView } from "./selectors";
import { voteSaga } from "./vote-saga";
import { writeSaga } from "./write-saga";

function* onChoice() {
  const { slug, choice }: ListState = yield select(selectReviewsView);
  yield put(moreRequest.cancelled());
  if (slug) yield put(listRequest.requested({ slug, choice }));
}

function* onMore() {
  const { slug, choice, nextCursor }: ListState = yield select(selectReviewsView);
  if (slug && nextCursor) yield put(moreRequest.requested({ slug, choice, cursor: nextCursor }));
}

/** Nobody waits for these answers any more; what was written is written all the same. */
function* dropQuestions() {
  for (const request of [listRequest, moreRequest, summaryRequest, mineRequest, historyRequest]) {
    yield put(request.cancelled());
  }
}

function* onReported() {
  yield put(notified({ kind: "success", text: say("notices.reviewReported") }));
}

function* run(api: ReviewsApi, drafts: DraftStore) {
  yield takeEvery([reviewsOpened, reviewsLeft], dropQuestions);
  yield takeEvery(choiceChanged, onChoice);
  yield takeEvery(moreWanted, onMore);
  yield takeEvery(reportRequest.succeeded, onReported);
  yield fork(() => watchRequest(listRequest, api.listReviews));
  yield fork(() => watchRequest(moreRequest, api.listReviews));
  yield fork(() => watchRequest(summaryRequest, api.loadSummary));
  yield fork(() => watchRequest(mineRequest, api.loadMine));
  yield fork(() => watchRequest(saveRequest, api.saveReview));
  yield fork(() => watchRequest(deleteRequest, api.deleteReview));
  yield fork(() => watchRequest(reportRequest, api.reportReview));
  yield fork(() => watchRequest(historyRequest, api.loadHistory));
  yield fork(voteSaga, api);
  yield fork(writeSaga, drafts);
}

/** Runs a game's reviews. When another person signs in, or nobody is, whatever was under way is dropped. */
export function* reviewsSaga(api: ReviewsApi = reviewsApi, drafts: DraftStore = sessionDraftStore) {
  while (true) {
    const running: Task = yield fork(run, api, drafts);
    yield take(sessionChanged);
    yield cancel(running);
  }
}
