import { call, fork, put, takeEvery } from "redux-saga/effects";
import type { DecidedReview } from "@/lib/shared/review-desk";
import { type SaidKey, say } from "@/lib/shared/say";
import { callAborting } from "../../store/call-aborting";
import { toRequestError, watchRequest } from "../../store/request-saga";
import { notified } from "../notifications/slice";
import { type DecisionInput, type ReviewDeskApi, reviewDeskApi, type UndoInput } from "./api";
import {
  decisionFailed,
  decisionMade,
  decisionSettled,
  decisionUndone,
  deleteReplyRequest,
  replyOpened,
  saveReplyRequest,
  undoWanted,
} from "./slice";

const DECIDED: Record<DecidedReview["decision"], SaidKey> = {
  approve: "notices.reviewApproved",
  keep: "notices.reviewKept",
  hide: "notices.reviewHidden",
};

function* tell(text: string) {
  yield put(notified({ kind: "success", text }));
}

/** Each decision is shown at once and sent by itself: staff go on to the next review meanwhile. */
function* onDecision(api: ReviewDeskApi, { payload }: ReturnType<typeof decisionMade>) {
  try {
    const decided: DecidedReview = yield call(callAborting<DecisionInput, DecidedReview>, api.decide, payload);
    yield put(decisionSettled(decided));
    const event = undoWanted({ reviewId: decided.id, decisionId: decided.decisionId });
    const text = say(DECIDED[decided.decision], { author: decided.author });
    yield put(notified({ kind: "success", text, action: { label: say("notices.undo"), event } }));
  } catch (error) {
    const failure = toRequestError(error);
    yield put(decisionFailed({ reviewId: payload.reviewId, ...failure }));
    yield put(notified({ kind: "error", text: failure.message }));
  }
}

function* onUndo(api: ReviewDeskApi, { payload }: ReturnType<typeof undoWanted>) {
  try {
    const undone: DecidedReview = yield call(callAborting<UndoInput, DecidedReview>, api.undo, payload);
    yield put(decisionUndone(undone));
    yield call(tell, say("notices.reviewDecisionUndone", { author: undone.author }));
  } catch (error) {
    yield put(notified({ kind: "error", text: toRequestError(error).message }));
  }
}

function* onReplySaved() {
  yield call(tell, say("notices.replySaved"));
}

function* onReplyDeleted() {
  yield call(tell, say("notices.replyDeleted"));
}

function* onReplyNotDeleted({ payload }: ReturnType<typeof deleteReplyRequest.failed>) {
  yield put(notified({ kind: "error", text: payload.message }));
}

/** How the last reply ended is no news in the next one's form. */
function* onReplyOpened() {
  yield put(saveReplyRequest.cancelled());
}

/** Runs what publishers and staff do with reviews. */
export function* reviewDeskSaga(api: ReviewDeskApi = reviewDeskApi) {
  yield takeEvery(decisionMade, onDecision, api);
  yield takeEvery(undoWanted, onUndo, api);
  yield takeEvery(replyOpened, onReplyOpened);
  yield takeEvery(saveReplyRequest.succeeded, onReplySaved);
  yield takeEvery(deleteReplyRequest.succeeded, onReplyDeleted);
  yield takeEvery(deleteReplyRequest.failed, onReplyNotDeleted);
  yield fork(() => watchRequest(saveReplyRequest, api.saveReply));
  yield fork(() => watchRequest(deleteReplyRequest, api.deleteReply));
}
