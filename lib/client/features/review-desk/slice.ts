import { combineReducers, createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { DecidedReview, Decision } from "@/lib/shared/review-desk";
import type { ReviewReply } from "@/lib/shared/reviews";
import { createRequest, type RequestError } from "../../store/request";
import { sessionChanged } from "../session/slice";
import type { DecisionInput, ReplyInput, SavedReply, UndoInput } from "./api";

export const saveReplyRequest = createRequest<ReplyInput, SavedReply>("reviewDesk/saveReply");
export const deleteReplyRequest = createRequest<string, SavedReply>("reviewDesk/deleteReply");

/** A decision as it is shown: at once, and by its id once the server has written it down. */
export type ShownDecision = { decision: Decision; decisionId: string | null };

type DeskState = {
  /** Replies that were written or deleted since the page was rendered, by review. */
  replies: Record<string, ReviewReply | null>;
  /** The reply that is being written; one at a time. */
  form: { reviewId: string; body: string } | null;
  decisions: Record<string, ShownDecision>;
};

const initialState: DeskState = { replies: {}, form: null, decisions: {} };

const slice = createSlice({
  name: "reviewDesk",
  initialState,
  reducers: {
    /** A page came from the server, and knows all that happened before; a reply that is being written stays. */
    deskOpened: ({ form }) => ({ ...initialState, form }),
    replyOpened: (state, { payload }: PayloadAction<{ reviewId: string; body: string }>) => {
      state.form = payload;
    },
    replyChanged: (state, { payload }: PayloadAction<string>) => {
      if (state.form) state.form.body = payload;
    },
    replyClosed: (state) => {
      state.form = null;
    },
    decisionMade: (state, { payload: { reviewId, input } }: PayloadAction<DecisionInput>) => {
      state.decisions[reviewId] = { decision: input.decision, decisionId: null };
    },
    decisionSettled: (state, { payload: { id, decision, decisionId } }: PayloadAction<DecidedReview>) => {
      state.decisions[id] = { decision, decisionId };
    },
    decisionFailed: (state, { payload: { reviewId } }: PayloadAction<RequestError & { reviewId: string }>) => {
      delete state.decisions[reviewId];
    },
    /** A decision is wanted back; the review shows it until the server agrees. */
    undoWanted: (state, _action: PayloadAction<UndoInput>) => state,
    decisionUndone: (state, { payload: { id, decisionId } }: PayloadAction<DecidedReview>) => {
      if (state.decisions[id]?.decisionId === decisionId) delete state.decisions[id];
    },
  },
  extraReducers: (builder) => {
    builder
      .addCase(saveReplyRequest.succeeded, (state, { payload: { reviewId, reply } }) => {
        state.replies[reviewId] = reply;
        if (state.form?.reviewId === reviewId) state.form = null;
      })
      .addCase(deleteReplyRequest.succeeded, (state, { payload: { reviewId, reply } }) => {
        state.replies[reviewId] = reply;
      })
      .addCase(sessionChanged, () => initialState);
  },
});

export const {
  deskOpened,
  replyOpened,
  replyChanged,
  replyClosed,
  decisionMade,
  decisionSettled,
  decisionFailed,
  undoWanted,
  decisionUndone,
} = slice.actions;

export const reviewDeskReducer = combineReducers({
  desk: slice.reducer,
  saveReply: saveReplyRequest.reducer,
  deleteReply: deleteReplyRequest.reducer,
});
