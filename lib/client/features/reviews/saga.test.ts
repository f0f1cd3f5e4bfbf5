import { afterEach, describe, expect, it, vi } from "vitest";
import { say } from "@/lib/shared/say";
import { ApiError } from "../../api-client";
import { sessionChanged } from "../session/slice";
import {
  choiceChanged,
  historyRequest,
  moreWanted,
  reportRequest,
  reviewsLeft,
  reviewsOpened,
  voteCast,
} from "./actions";
import { makeOpened, makeReview, startReviews } from "./test-world";

let world: ReturnType<typeof startReviews>;
const open = (...given: Parameters<typeof startReviews>) => {
  world = startReviews(...given);
  return world;
};
afterEach(() => world.task.cancel());

const settle = () => new Promise((resolve) => setTimeout(resolve));
const idsOf = () => world.state().view.items.map(({ id }) => id);
const one = () => world.state().view.items.find(({ id }) => id === "one");

/** Answers that the test gives by hand, in any order. */
function byHand<Result>() {
  const calls: { signal: AbortSignal; answer: (result: Result) => void; fail: (error: unknown) => void }[] = [];
  const run = (_input: unknown, signal: AbortSignal) =>
    new Promise<Result>((answer, fail) => calls.push({ signal, answer, fail }));
  return { calls, run };
}

describe("the list", () => {
  it("asks for what the reader chose, and shows it in the place of what was there", async () => {
    const { api, dispatch, state } = open();
    api.listReviews.mockResolvedValue({ items: [makeReview("three")], nextCursor: null });
    dispatch(choiceChanged({ sort: "newest", stars: 1 }));
    expect(state().list.status).toBe("running");
    await settle();
    expect(api.listReviews.mock.calls[0]?.[0]).toEqual({ slug: "ember-tide", choice: { sort: "newest", stars: 1 } });
    expect([idsOf(), state().view.nextCursor]).toEqual([["three"], null]);
  });

  it("adds the next page, each review once, and asks no further at the end", async () => {
    const { api, dispatch } = open();
    api.listReviews.mockResolvedValue({ items: [makeReview("two"), makeReview("three")], nextCursor: null });
    dispatch(moreWanted());
    await settle();
    expect(api.listReviews.mock.calls[0]?.[0]).toMatchObject({ cursor: "next" });
    expect(idsOf()).toEqual(["one", "two", "three"]);
    dispatch(moreWanted());
    expect(api.listReviews).toHaveBeenCalledTimes(1);
  });

  it("lets the newest choice win, over a next page of the old one too", async () => {
    const { api, dispatch } = open();
    const { calls, run } = byHand<Awaited<ReturnType<typeof api.listReviews>>>();
    api.listReviews.mockImplementation(run);
    dispatch(moreWanted());
    dispatch(choiceChanged({ sort: "newest" }));
    dispatch(choiceChanged({ sort: "oldest" }));
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, true, false]);
    calls[2]?.answer({ items: [makeReview("last")], nextCursor: null });
    calls[0]?.answer({ items: [makeReview("late")], nextCursor: null });
    await settle();
    expect(idsOf()).toEqual(["last"]);
  });

  it("keeps what is shown when asking fails, and says why", async () => {
    const { api, dispatch, state } = open();
    api.listReviews.mockRejectedValue(new ApiError("network", say("errors.network")));
    dispatch(choiceChanged({ sort: "newest" }));
    await settle();
    expect(idsOf()).toEqual(["one", "two"]);
    expect(state().list).toMatchObject({ status: "failed", error: { code: "network" } });
  });

  it("drops its questions when the page is left", async () => {
    const { api, dispatch, state } = open();
    const { calls, run } = byHand<Awaited<ReturnType<typeof api.listReviews>>>();
    api.listReviews.mockImplementation(run);
    dispatch(choiceChanged({ sort: "newest" }));
    dispatch(historyRequest.requested("one"));
    dispatch(reviewsLeft());
    expect(calls[0]?.signal.aborted).toBe(true);
    expect(api.loadHistory.mock.calls[0]?.[1].aborted).toBe(true);
    expect([state().view.slug, state().list.status, state().history.status]).toEqual([null, "idle", "idle"]);
  });
});

describe("a vote", () => {
  it("is shown at once, and then as the server counts it", async () => {
    const { api, dispatch } = open();
    api.castVote.mockResolvedValue({ vote: true, helpfulCount: 9, unhelpfulCount: 2 });
    dispatch(voteCast({ reviewId: "one", vote: true }));
    expect(one()).toMatchObject({ vote: true, helpfulCount: 4, unhelpfulCount: 1 });
    await settle();
    expect(one()).toMatchObject({ vote: true, helpfulCount: 9, unhelpfulCount: 2 });
    expect(world.state().view.votes).toEqual({});
  });

  it("that is refused is taken back, and the reader is told", async () => {
    const { api, dispatch, texts } = open();
    api.castVote.mockRejectedValue(new ApiError("forbidden", "Your own"));
    dispatch(voteCast({ reviewId: "one", vote: false }));
    expect(one()).toMatchObject({ vote: false, unhelpfulCount: 2 });
    await settle();
    expect(one()).toMatchObject({ vote: null, helpfulCount: 3, unhelpfulCount: 1 });
    expect(texts()).toEqual(["Your own"]);
  });

  it("that nobody is signed in for any more is taken back, and makes the session looked at", async () => {
    const { api, dispatch, onSignedOut } = open();
    api.castVote.mockRejectedValue(new ApiError("unauthenticated", "Sign in first"));
    dispatch(voteCast({ reviewId: "one", vote: true }));
    await settle();
    expect(one()).toMatchObject({ vote: null, helpfulCount: 3 });
    expect(onSignedOut).toHaveBeenCalledOnce();
  });

  it("ends as the last of quick ones wants it; those in between are not sent", async () => {
    const { api, dispatch } = open();
    const { calls, run } = byHand<Awaited<ReturnType<typeof api.castVote>>>();
    api.castVote.mockImplementation(run);
    for (const vote of [true, false, null, false]) dispatch(voteCast({ reviewId: "one", vote }));
    expect(one()).toMatchObject({ vote: false, helpfulCount: 3, unhelpfulCount: 2 });
    calls[0]?.answer({ vote: true, helpfulCount: 4, unhelpfulCount: 1 });
    await settle();
    expect(one()).toMatchObject({ vote: false });
    calls[1]?.answer({ vote: false, helpfulCount: 3, unhelpfulCount: 2 });
    await settle();
    expect(api.castVote.mock.calls.map(([input]) => input.vote)).toEqual([true, false]);
    expect(one()).toMatchObject({ vote: false, helpfulCount: 3, unhelpfulCount: 2 });
  });

  it("goes back to what the server confirmed, not to what was only shown", async () => {
    const { api, dispatch } = open();
    const { calls, run } = byHand<Awaited<ReturnType<typeof api.castVote>>>();
    api.castVote.mockImplementation(run);
    dispatch(voteCast({ reviewId: "one", vote: true }));
    dispatch(voteCast({ reviewId: "one", vote: null }));
    calls[0]?.answer({ vote: true, helpfulCount: 4, unhelpfulCount: 1 });
    await settle();
    calls[1]?.fail(new ApiError("network", "Lost"));
    await settle();
    expect(one()).toMatchObject({ vote: true, helpfulCount: 4 });
  });

  it("is not lost when its page is left, and does not touch the next page", async () => {
    const { api, dispatch, state } = open();
    const { calls, run } = byHand<Awaited<ReturnType<typeof api.castVote>>>();
    api.castVote.mockImplementation(run);
    dispatch(voteCast({ reviewId: "one", vote: true }));
    dispatch(voteCast({ reviewId: "two", vote: true }));
    dispatch(reviewsLeft());
    const other = { items: [makeReview("one", { helpfulCount: 70 })], nextCursor: null };
    dispatch(reviewsOpened(makeOpened({ slug: "foldlight", page: other })));
    expect(calls[0]?.signal.aborted).toBe(false);
    calls[0]?.answer({ vote: true, helpfulCount: 4, unhelpfulCount: 1 });
    await settle();
    expect(api.castVote).toHaveBeenCalledTimes(2);
    expect(state().view.items[0]).toMatchObject({ vote: null, helpfulCount: 70 });
  });

  it("stays where the reader chooses other reviews meanwhile", async () => {
    const { api, dispatch } = open();
    const { calls, run } = byHand<Awaited<ReturnType<typeof api.castVote>>>();
    api.castVote.mockImplementation(run);
    api.listReviews.mockResolvedValue({ items: [makeReview("one")], nextCursor: null });
    dispatch(voteCast({ reviewId: "one", vote: true }));
    dispatch(choiceChanged({ sort: "newest" }));
    await settle();
    expect(one()).toMatchObject({ vote: true, helpfulCount: 4 });
    calls[0]?.answer({ vote: true, helpfulCount: 9, unhelpfulCount: 2 });
    await settle();
    expect(one()).toMatchObject({ vote: true, helpfulCount: 9, unhelpfulCount: 2 });
  });

  it("of somebody who signs out is stopped", () => {
    const { api, dispatch } = open();
    dispatch(voteCast({ reviewId: "one", vote: true }));
    dispatch(sessionChanged({ view: null, cause: "sign_out" }));
    expect(api.castVote.mock.calls[0]?.[1].aborted).toBe(true);
    api.castVote.mockResolvedValue({ vote: true, helpfulCount: 1, unhelpfulCount: 0 });
    dispatch(voteCast({ reviewId: "two", vote: true }));
    expect(api.castVote).toHaveBeenCalledTimes(2);
  });
});

it("a report marks the review, and thanks", async () => {
  const { api, dispatch, texts } = open();
  api.reportReview.mockResolvedValue("one");
  dispatch(reportRequest.requested({ reviewId: "one", reason: "spam", detail: "" }));
  await settle();
  expect(one()?.isReported).toBe(true);
  expect(texts()).toEqual([say("notices.reviewReported")]);
});

it("a history is that of the review that was asked for last", async () => {
  const { api, dispatch, state } = open();
  api.loadHistory.mockImplementation(async (reviewId) => ({ reviewId, items: [] }));
  dispatch(historyRequest.requested("one"));
  dispatch(historyRequest.requested("two"));
  expect(state().view.history).toBeNull();
  await vi.waitFor(() => expect(state().view.history).toEqual({ reviewId: "two", items: [] }));
});
