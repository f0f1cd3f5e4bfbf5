import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../../api-client";
import { DETAIL_GAP_MS, OPEN_MS, POLL_MS, REOPEN_MS, SILENCE_MS, SLOW_POLL_MS } from "./live-saga";
import { selectConnection, selectDetail, selectMark, selectPollError, selectQueue, selectRun } from "./selectors";
import { runClosed, runOpened, runsSeen, watchStarted, watchStopped } from "./slice";
import { asView, makeDetail, makeView, RUN_ID, setUp } from "./test-world";

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

const finished = { state: "succeeded", progress: 1, finishedAt: "2026-04-01T02:01:00.000Z" } as const;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page that follows by an open stream. */
function setUpLive() {
  const world = setUp();
  world.dispatch(watchStarted());
  world.streams[0]?.emit({ kind: "opened" });
  return world;
}

describe("the stream", () => {
  it("brings what changes, without a question asked", async () => {
    const { api, tell, streams, state } = setUpLive();
    expect(selectConnection(state())).toBe("live");
    tell(makeView(3, { progress: 0.5 }));
    streams[0]?.emit({ kind: "told", event: { name: "mark", data: { mark: "alerts 1" } } });
    streams[0]?.emit({ kind: "told", event: { name: "queue", data: { queues: [], workers: [] } } });
    expect(selectRun(state(), RUN_ID)?.progress).toBe(0.5);
    expect(selectMark(state())).toBe("alerts 1");
    expect(selectQueue(state())).toEqual({ queues: [], workers: [] });
    await pass(SILENCE_MS - 1);
    expect(api.getView).not.toHaveBeenCalled();
  });

  it("tells how a run ended that was seen at work, and nothing of one that was not", () => {
    const { tell, texts } = setUpLive();
    tell(makeView(1));
    tell(makeView(60, finished));
    expect(texts()).toEqual(["Sales ETL for Mar 31, 2026 finished well"]);
    tell({ ...makeView(61, finished), id: "22222222-2222-4222-8222-222222222222", day: "2026-03-30" });
    expect(texts()).toHaveLength(1);
  });

  it("tells a failure with its reason, and not each good day of a backfill", () => {
    const { tell, texts } = setUpLive();
    tell(makeView(1, { trigger: "backfill" }));
    tell(makeView(2, { ...finished, trigger: "backfill" }));
    expect(texts()).toEqual([]);
    tell(makeView(3));
    tell(
      makeView(4, { state: "failed", error: "the bucket cannot be reached", finishedAt: "2026-04-01T02:00:04.000Z" }),
    );
    expect(texts()).toEqual(["Sales ETL for Mar 31, 2026 failed: the bucket cannot be reached"]);
  });

  it("is closed when the page is left, and opened anew on the next one", () => {
    const { dispatch, streams, state } = setUpLive();
    dispatch(watchStarted());
    dispatch(watchStopped());
    expect(streams.map(({ isClosed }) => isClosed)).toEqual([false]);
    dispatch(watchStopped());
    expect(streams.map(({ isClosed }) => isClosed)).toEqual([true]);
    expect(selectConnection(state())).toBe("off");
    dispatch(watchStarted());
    expect(streams.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  });

  it("rests while nobody sees the page", async () => {
    const { api, page, streams } = setUpLive();
    page.turn("hidden");
    await pass(10 * REOPEN_MS);
    expect(streams.map(({ isClosed }) => isClosed)).toEqual([true]);
    expect(api.getView).not.toHaveBeenCalled();
    page.turn("visible");
    expect(streams.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  });

  it("is closed when the whole saga is cancelled", () => {
    const { task, streams } = setUpLive();
    task.cancel();
    expect(streams.map(({ isClosed }) => isClosed)).toEqual([true]);
  });
});

describe("without a stream", () => {
  it("a break that the browser mends by itself is no reason to ask", async () => {
    const { api, streams, state } = setUpLive();
    streams[0]?.emit({ kind: "broken" });
    await pass(OPEN_MS - 1);
    streams[0]?.emit({ kind: "opened" });
    await pass(OPEN_MS);
    expect(api.getView).not.toHaveBeenCalled();
    expect([streams.length, selectConnection(state())]).toEqual([1, "live"]);
  });

  it.each([
    ["never opens", OPEN_MS, () => {}],
    ["breaks", OPEN_MS, (emit: (signal: { kind: "broken" }) => void) => emit({ kind: "broken" })],
  ])("one that %s is replaced by questions every two seconds", async (_what, waitMs, play) => {
    const { api, dispatch, streams, state } = setUp();
    api.getView.mockResolvedValueOnce(asView([makeView(1, { progress: 0.3 })]));
    api.getView.mockResolvedValue(asView([makeView(2, { progress: 0.4 })]));
    dispatch(watchStarted());
    play((signal) => streams[0]?.emit(signal));
    await pass(waitMs);
    expect([selectConnection(state()), streams[0]?.isClosed]).toEqual(["polling", true]);
    expect(selectRun(state(), RUN_ID)?.progress).toBe(0.3);
    await pass(POLL_MS);
    expect(selectRun(state(), RUN_ID)?.progress).toBe(0.4);
  });

  it("one that says nothing any more is held for dead", async () => {
    const { api, streams } = setUpLive();
    await pass(SILENCE_MS);
    expect(streams[0]?.isClosed).toBe(true);
    expect(api.getView).toHaveBeenCalledTimes(1);
  });

  it("the questions stop as soon as a stream stands again", async () => {
    const { api, streams, state } = setUpLive();
    await pass(SILENCE_MS + REOPEN_MS);
    expect(streams).toHaveLength(2);
    expect(selectConnection(state())).toBe("polling");
    streams[1]?.emit({ kind: "opened" });
    const asked = api.getView.mock.calls.length;
    await pass(SILENCE_MS - 1);
    expect(selectConnection(state())).toBe("live");
    expect(api.getView).toHaveBeenCalledTimes(asked);
  });

  it("asks more slowly where nothing is under way", async () => {
    const { api } = setUpLive();
    await pass(SILENCE_MS);
    await pass(SLOW_POLL_MS - 1);
    expect(api.getView).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(api.getView).toHaveBeenCalledTimes(2);
  });

  it("goes on after a question that failed, more slowly, and forgets the failure", async () => {
    const { api, dispatch, state } = setUpLive();
    dispatch(runsSeen([makeView(1)]));
    api.getView.mockRejectedValueOnce(new ApiError("network", "The store cannot be reached"));
    await pass(SILENCE_MS);
    expect(selectPollError(state())).toEqual({ code: "network", message: "The store cannot be reached" });
    await pass(SLOW_POLL_MS - 1);
    expect(api.getView).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(selectPollError(state())).toBeNull();
  });

  it("aborts the question under way when the page is left", async () => {
    const { api, dispatch } = setUpLive();
    let signal: AbortSignal | undefined;
    api.getView.mockImplementation((_input, given) => {
      signal = given;
      return new Promise(() => {});
    });
    await pass(SILENCE_MS);
    dispatch(watchStopped());
    expect(signal?.aborted).toBe(true);
  });
});

describe("the page of a run", () => {
  it("gets its tasks when the run has changed, and not when it has not", async () => {
    const { api, dispatch, tell, state } = setUpLive();
    dispatch(runOpened(makeDetail(1)));
    await pass(DETAIL_GAP_MS);
    expect(api.getRun).not.toHaveBeenCalled();
    api.getRun.mockResolvedValue(makeDetail(5, { progress: 0.6 }));
    tell(makeView(5));
    await pass(0);
    expect(selectDetail(state())?.progress).toBe(0.6);
    await pass(10 * DETAIL_GAP_MS);
    expect(api.getRun).toHaveBeenCalledTimes(1);
  });

  it("is asked for once a second however often the run changes, and for the last change", async () => {
    const { api, dispatch, tell, state } = setUpLive();
    dispatch(runOpened(makeDetail(1)));
    let second = 1;
    api.getRun.mockImplementation(async () => makeDetail(second));
    for (second = 2; second <= 9; second++) tell(makeView(second));
    second = 9;
    await pass(0);
    expect(api.getRun).toHaveBeenCalledTimes(1);
    await pass(DETAIL_GAP_MS);
    expect(selectDetail(state())?.changedAt).toBe(makeView(9).changedAt);
    expect(api.getRun.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it("does not ask for other runs, nor after it was closed", async () => {
    const { api, dispatch, tell } = setUpLive();
    dispatch(runOpened(makeDetail(1)));
    tell({ ...makeView(5), id: "22222222-2222-4222-8222-222222222222" });
    await pass(DETAIL_GAP_MS);
    dispatch(runClosed());
    tell(makeView(6));
    await pass(DETAIL_GAP_MS);
    expect(api.getRun).not.toHaveBeenCalled();
  });

  it("stays as it is, and says so, where the tasks cannot be had", async () => {
    const { api, dispatch, tell, state } = setUpLive();
    dispatch(runOpened(makeDetail(1)));
    api.getRun.mockRejectedValue(new ApiError("network", "The store cannot be reached"));
    tell(makeView(2));
    await pass(0);
    expect(selectDetail(state())?.changedAt).toBe(makeDetail(1).changedAt);
    expect(selectPollError(state())?.code).toBe("network");
  });
});
