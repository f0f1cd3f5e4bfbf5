import { call, takeEvery } from "redux-saga/effects";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { DecidedReview } from "@/lib/shared/review-desk";
import type { ReviewReply } from "@/lib/shared/reviews";
import { say } from "@/lib/shared/say";
import { ApiError } from "../../api-client";
import { makeStore } from "../../store/make-store";
import { isUnauthenticatedFailure } from "../../store/request";
import { runSagas } from "../../store/run-sagas";
import type { ReviewDeskApi } from "./api";
import { reviewDeskFeature } from "./feature";
import { reviewDeskSaga } from "./saga";
import {
  decisionMade,
  deleteReplyRequest,
  deskOpened,
  replyChanged,
  replyClosed,
  replyOpened,
  saveReplyRequest,
} from "./slice";

const hide = { decision: "hide", reason: "Off topic" } as const;
const reply: ReviewReply = {
  publisher: "Lantern",
  body: "Thank you!",
  createdAt: "2026-03-01T10:00:00.000Z",
  updatedAt: "2026-03-01T10:00:00.000Z",
};

const decidedOf = (id: string): DecidedReview => ({
  id,
  author: "Sam",
  decision: "hide",
  decisionId: `1${id.length}`,
  status: "hidden",
  reason: { by: "staff", text: hide.reason },
});

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

function start() {
  const api = {
    saveReply: vi.fn<ReviewDeskApi["saveReply"]>(async ({ reviewId }) => ({ reviewId, reply })),
    deleteReply: vi.fn<ReviewDeskApi["deleteReply"]>(async (reviewId) => ({ reviewId, reply: null })),
    decide: vi.fn<ReviewDeskApi["decide"]>(async ({ reviewId }) => decidedOf(reviewId)),
    undo: vi.fn<ReviewDeskApi["undo"]>(async ({ reviewId }) => ({
      ...decidedOf(reviewId),
      status: "visible",
      reason: null,
    })),
  };
  const store = makeStore();
  store.addFeature(reviewDeskFeature);
  const onSignedOut = vi.fn();
  const task = runSagas(store, function* () {
    yield takeEvery(isUnauthenticatedFailure, onSignedOut);
    yield call(reviewDeskSaga, api);
  });
  running.push(() => task.cancel());
  const desk = () => store.getState().reviewDesk.desk;
  const notes = () => store.getState().notifications.items;
  return { api, store, dispatch: store.dispatch, desk, notes, onSignedOut };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe("a decision", () => {
  it("is shown at once, told when it is written down, and can be taken back from there", async () => {
    const { api, dispatch, desk, notes } = start();
    dispatch(decisionMade({ reviewId: "a", input: hide }));
    expect(desk().decisions).toEqual({ a: { decision: "hide", decisionId: null } });
    await settle();
    expect(desk().decisions).toEqual({ a: { decision: "hide", decisionId: "11" } });
    const [note] = notes();
    expect(note?.text).toBe(say("notices.reviewHidden", { author: "Sam" }));
    if (note?.action) dispatch(note.action.event);
    await settle();
    expect(api.undo.mock.calls[0]?.[0]).toEqual({ reviewId: "a", decisionId: "11" });
    expect(desk().decisions).toEqual({});
  });

  it("does not wait for, nor stop, the one before", async () => {
    const { api, dispatch, desk } = start();
    const signals: AbortSignal[] = [];
    api.decide.mockImplementation(async ({ reviewId }, signal) => {
      signals.push(signal);
      return decidedOf(reviewId);
    });
    dispatch(decisionMade({ reviewId: "a", input: hide }));
    dispatch(decisionMade({ reviewId: "bb", input: hide }));
    await settle();
    expect(Object.keys(desk().decisions)).toEqual(["a", "bb"]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
  });

  it("that a colleague took first is rolled back, and that is told", async () => {
    const { api, dispatch, desk, notes } = start();
    api.decide.mockRejectedValue(new ApiError("conflict", "Somebody was quicker"));
    dispatch(decisionMade({ reviewId: "a", input: { decision: "approve" } }));
    await settle();
    expect(desk().decisions).toEqual({});
    expect(notes()).toMatchObject([{ kind: "error", text: "Somebody was quicker" }]);
  });

  it("that nobody is signed in for any more is rolled back, and makes the session looked at", async () => {
    const { api, dispatch, desk, onSignedOut } = start();
    api.decide.mockRejectedValueOnce(new ApiError("unauthenticated", "Sign in first"));
    dispatch(decisionMade({ reviewId: "one", input: hide }));
    await vi.waitFor(() => expect(onSignedOut).toHaveBeenCalledOnce());
    expect(desk().decisions).toEqual({});
  });

  it("stays where it cannot be taken back", async () => {
    const { api, dispatch, desk, notes } = start();
    api.undo.mockRejectedValue(new ApiError("conflict", "Too late"));
    dispatch(decisionMade({ reviewId: "a", input: hide }));
    await settle();
    const action = notes()[0]?.action;
    if (action) dispatch(action.event);
    await settle();
    expect(desk().decisions).toHaveProperty("a");
    expect(notes().at(-1)?.text).toBe("Too late");
  });

  it("is forgotten when a newer page says how reviews stand", async () => {
    const { dispatch, desk } = start();
    dispatch(decisionMade({ reviewId: "a", input: hide }));
    await settle();
    dispatch(deskOpened());
    expect(desk().decisions).toEqual({});
  });
});

describe("a reply", () => {
  it("is written in a form that closes once it is saved", async () => {
    const { api, dispatch, desk, notes } = start();
    dispatch(replyOpened({ reviewId: "a", body: "" }));
    dispatch(replyChanged("Thank you!"));
    dispatch(saveReplyRequest.requested({ reviewId: "a", body: "Thank you!", version: null }));
    await settle();
    expect(api.saveReply.mock.calls[0]?.[0]).toEqual({ reviewId: "a", body: "Thank you!", version: null });
    expect(desk()).toMatchObject({ form: null, replies: { a: reply } });
    expect(notes()[0]?.text).toBe(say("notices.replySaved"));
  });

  it("that is refused stays in its form, with the reason; a newer page does not take it away", async () => {
    const { api, dispatch, desk, store } = start();
    api.saveReply.mockRejectedValue(new ApiError("conflict", "A colleague was quicker"));
    dispatch(replyOpened({ reviewId: "a", body: "As typed" }));
    dispatch(saveReplyRequest.requested({ reviewId: "a", body: "As typed", version: null }));
    await settle();
    dispatch(deskOpened());
    expect(desk().form).toEqual({ reviewId: "a", body: "As typed" });
    expect(store.getState().reviewDesk.saveReply.error?.message).toBe("A colleague was quicker");
    dispatch(replyOpened({ reviewId: "b", body: "" }));
    expect(store.getState().reviewDesk.saveReply.error).toBeNull();
    dispatch(replyClosed());
    expect(desk().form).toBeNull();
  });

  it("is gone once it is deleted, and stays where that fails", async () => {
    const { api, dispatch, desk, notes } = start();
    dispatch(deleteReplyRequest.requested("a"));
    await settle();
    expect(desk().replies).toEqual({ a: null });
    api.deleteReply.mockRejectedValue(new ApiError("network", "Lost"));
    dispatch(deleteReplyRequest.requested("b"));
    await settle();
    expect(desk().replies).not.toHaveProperty("b");
    expect(notes().at(-1)?.text).toBe("Lost");
  });
});
