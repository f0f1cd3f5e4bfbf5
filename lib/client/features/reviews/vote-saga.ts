import type { Channel } from "redux-saga";
import { actionChannel, call, put, select, take } from "redux-saga/effects";
import type { VoteState } from "@/lib/shared/reviews";
import { ApiError } from "../../api-client";
import { callAborting } from "../../store/call-aborting";
import type { RootState } from "../../store/root-reducer";
import { notified } from "../notifications/slice";
import { voteCast, voteFailed, voteSettled } from "./actions";
import type { ReviewsApi } from "./api";

type Cast = ReturnType<typeof voteCast>;
type VoteInput = Parameters<ReviewsApi["castVote"]>[0];

const selectVotes = ({ reviews }: RootState) => reviews.view.votes;

function* send(api: ReviewsApi, { payload }: Cast) {
  const votes: ReturnType<typeof selectVotes> = yield select(selectVotes);
  // A newer vote on the same review waits behind: only the last one of quick ones is sent.
  const pending = votes[payload.reviewId];
  if (pending && pending.id !== payload.id) return;
  try {
    const state: VoteState = yield call(callAborting<VoteInput, VoteState>, api.castVote, payload);
    yield put(voteSettled({ ...payload, state }));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    yield put(voteFailed({ ...payload, code: error.code }));
    yield put(notified({ kind: "error", text: error.message }));
  }
}

/** Sends votes one after the other, so that the last one of a review stands; a page that is left loses none. */
export function* voteSaga(api: ReviewsApi) {
  const queue: Channel<Cast> = yield actionChannel(voteCast);
  while (true) yield call(send, api, yield take(queue));
}
