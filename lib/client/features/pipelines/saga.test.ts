import type { UnknownAction } from "@reduxjs/toolkit";
import { eventChannel, runSaga, stdChannel } from "redux-saga";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PipelineRun } from "@/lib/shared/pipelines";
import { ApiError } from "../../api-client";
import { type RootState, rootReducer } from "../../store/root-reducer";
import { POLL_AFTER_FAILURE_MS, POLL_MS, pipelinesSaga } from "./saga";
import { selectActiveRuns, selectPollError, selectRun, selectStartRun } from "./selectors";
import { runsSeen, startRunRequest, watchStarted, watchStopped } from "./slice";

const ID = "11111111-1111-4111-8111-111111111111";

function run(change: Partial<PipelineRun> = {}): PipelineRun {
  return {
    id: ID,
    pipeline: "etl",
    day: "2026-03-31",
    gameSlug: null,
    trigger: "staff",
    state: "running",
    requestedBy: "Stefan",
    step: "extract",
    progress: 0.2,
    counts: {},
    error: null,
    createdAt: "2026-04-01T02:00:00.000Z",
    startedAt: "2026-04-01T02:00:00.000Z",
    finishedAt: null,
    isStalled: false,
    ...change,
  };
}

const finished = run({ state: "succeeded", progress: 1, finishedAt: "2026-04-01T02:01:00.000Z" });

function setUp() {
  const api = {
    startRun: vi.fn<(input: unknown, signal: AbortSignal) => Promise<PipelineRun>>(),
    getRun: vi.fn<(id: string, signal: AbortSignal) => Promise<PipelineRun>>(),
  };
  const page = { isHidden: false, comeBack: () => {} };
  const sight = {
    isHidden: () => page.isHidden,
    openReturns: () =>
      eventChannel<"visible">((emit) => {
        page.comeBack = () => emit("visible");
        return () => {
          page.comeBack = () => {};
        };
      }),
  };
  let state: RootState = rootReducer(undefined, { type: "start" });
  const channel = stdChannel<UnknownAction>();
  const dispatch = (action: UnknownAction) => {
    state = rootReducer(state, action);
    channel.put(action);
    return action;
  };
  const task = runSaga({ channel, dispatch, getState: () => state }, pipelinesSaga, api, sight);
  const texts = () => state.notifications.items.map(({ text }) => text);
  return { api, page, task, dispatch, texts, state: () => state };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("starting a run", () => {
  it("keeps the new run, says so and follows it", async () => {
    const { api, dispatch, state, texts } = setUp();
    api.startRun.mockResolvedValue(run({ state: "queued" }));
    api.getRun.mockResolvedValue(run({ progress: 0.5 }));
    dispatch(watchStarted());
    dispatch(startRunRequest.requested({ pipeline: "etl" }));
    await pass(0);
    expect(selectStartRun(state()).status).toBe("succeeded");
    expect(texts()).toEqual(["Sales ETL for 2026-03-31 is under way"]);
    await pass(POLL_MS);
    expect(selectRun(state(), ID)?.progress).toBe(0.5);
  });

  it("keeps why it was refused, and the fields that were wrong", async () => {
    const { api, dispatch, state } = setUp();
    const fields = { date: "is not over yet" };
    api.startRun.mockRejectedValue(new ApiError("invalid_input", "2030-01-01 is not over yet", { fields }));
    dispatch(startRunRequest.requested({ pipeline: "etl", date: "2030-01-01" }));
    await pass(0);
    expect(selectStartRun(state())).toEqual({
      status: "failed",
      error: { code: "invalid_input", message: "2030-01-01 is not over yet", fields },
    });
    expect(selectActiveRuns(state())).toEqual([]);
  });

  it("aborts the request when it is cancelled", async () => {
    const { api, dispatch, state } = setUp();
    let signal: AbortSignal | undefined;
    api.startRun.mockImplementation((_input, given) => {
      signal = given;
      return new Promise(() => {});
    });
    dispatch(startRunRequest.requested({ pipeline: "train" }));
    dispatch(startRunRequest.cancelled());
    await pass(0);
    expect(signal?.aborted).toBe(true);
    expect(selectStartRun(state()).status).toBe("idle");
  });
});

describe("following active runs", () => {
  it("asks every two seconds, tells the end and then stops asking", async () => {
    const { api, dispatch, state, texts } = setUp();
    api.getRun.mockResolvedValueOnce(run({ progress: 0.7 })).mockResolvedValueOnce(finished);
    dispatch(watchStarted());
    dispatch(runsSeen([run()]));
    await pass(POLL_MS);
    expect(selectRun(state(), ID)?.progress).toBe(0.7);
    expect(texts()).toEqual([]);
    await pass(POLL_MS);
    expect(selectRun(state(), ID)?.state).toBe("succeeded");
    expect(texts()).toEqual(["Sales ETL for 2026-03-31 finished well"]);
    await pass(10 * POLL_MS);
    expect(api.getRun).toHaveBeenCalledTimes(2);
  });

  it("tells a failure with its reason", async () => {
    const { api, dispatch, texts } = setUp();
    api.getRun.mockResolvedValue(run({ state: "failed", error: "the bucket cannot be reached" }));
    dispatch(watchStarted());
    dispatch(runsSeen([run()]));
    await pass(POLL_MS);
    expect(texts()).toEqual(["Sales ETL for 2026-03-31 failed: the bucket cannot be reached"]);
  });

  it("never asks where every run is finished", async () => {
    const { api, dispatch } = setUp();
    dispatch(watchStarted());
    dispatch(runsSeen([finished]));
    await pass(10 * POLL_MS);
    expect(api.getRun).not.toHaveBeenCalled();
  });

  it("rests while nobody sees the page and looks at once when somebody does", async () => {
    const { api, dispatch, page } = setUp();
    api.getRun.mockResolvedValue(run());
    page.isHidden = true;
    dispatch(watchStarted());
    dispatch(runsSeen([run()]));
    await pass(20 * POLL_MS);
    expect(api.getRun).not.toHaveBeenCalled();
    page.isHidden = false;
    page.comeBack();
    await pass(0);
    expect(api.getRun).toHaveBeenCalledTimes(1);
  });

  it("stops and aborts when the page is left, and starts anew on the next one", async () => {
    const { api, dispatch } = setUp();
    const signals: AbortSignal[] = [];
    api.getRun.mockImplementation((_id, signal) => {
      signals.push(signal);
      return new Promise(() => {});
    });
    dispatch(watchStarted());
    dispatch(runsSeen([run()]));
    await pass(POLL_MS);
    dispatch(watchStopped());
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    await pass(10 * POLL_MS);
    expect(signals).toHaveLength(1);
    dispatch(watchStarted());
    await pass(POLL_MS);
    expect(signals).toHaveLength(2);
  });

  it("goes on after a failed look, more slowly, and forgets the failure", async () => {
    const { api, dispatch, state } = setUp();
    api.getRun.mockRejectedValueOnce(new ApiError("network", "The store cannot be reached")).mockResolvedValue(run());
    dispatch(watchStarted());
    dispatch(runsSeen([run()]));
    await pass(POLL_MS);
    expect(selectPollError(state())).toEqual({ code: "network", message: "The store cannot be reached" });
    await pass(POLL_AFTER_FAILURE_MS - 1);
    expect(api.getRun).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(selectPollError(state())).toBeNull();
  });
});

it("an older page does not make a finished run active again", () => {
  const { dispatch, state } = setUp();
  dispatch(runsSeen([finished]));
  dispatch(runsSeen([run()]));
  expect(selectRun(state(), ID)?.state).toBe("succeeded");
});
