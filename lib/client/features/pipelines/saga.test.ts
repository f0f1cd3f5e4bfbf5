import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { say } from "@/lib/shared/say";
import { ApiError } from "../../api-client";
import { selectActiveRuns, selectRun, selectSetSchedule, selectStartRun } from "./selectors";
import {
  backfillRequest,
  cancelRunRequest,
  rerunRequest,
  runsSeen,
  setScheduleRequest,
  startRunRequest,
} from "./slice";
import { asStarted, makeRun, makeView, RUN_ID, setUp } from "./test-world";

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("starting a run", () => {
  it("keeps the new run and says so", async () => {
    const { api, dispatch, state, texts } = setUp();
    api.startRun.mockResolvedValue(asStarted(makeRun()));
    dispatch(startRunRequest.requested({ pipeline: "etl" }));
    await pass(0);
    expect(selectStartRun(state()).status).toBe("succeeded");
    expect(selectRun(state(), RUN_ID)?.state).toBe("running");
    expect(texts()).toEqual(["Sales ETL for Mar 31, 2026 is under way"]);
  });

  it("says that it waits where another one is under way", async () => {
    const { api, dispatch, texts } = setUp();
    api.startRun.mockResolvedValue(asStarted(makeRun({ state: "queued" })));
    dispatch(startRunRequest.requested({ pipeline: "etl", ifBusy: "wait" }));
    await pass(0);
    expect(texts()).toEqual(["Sales ETL for Mar 31, 2026 waits for its turn"]);
  });

  it("says that the day is done already, and offers to do it again", async () => {
    const { api, dispatch, state, texts } = setUp();
    api.startRun.mockResolvedValue(asStarted(makeRun({ state: "succeeded" }), false));
    dispatch(startRunRequest.requested({ pipeline: "etl" }));
    await pass(0);
    const [told] = state().notifications.items;
    expect(texts()).toEqual(["Sales ETL for Mar 31, 2026 is done already: nothing was started"]);
    if (told?.action) dispatch(told.action.event);
    await pass(0);
    const again = { pipeline: "etl", date: "2026-03-31", isForced: true };
    expect(api.startRun).toHaveBeenLastCalledWith(again, expect.anything());
  });

  it("keeps why it was refused, and the fields that were wrong", async () => {
    const { api, dispatch, state, texts } = setUp();
    const fields = { date: "is not over yet" };
    api.startRun.mockRejectedValue(new ApiError("invalid_input", "2030-01-01 is not over yet", { fields }));
    dispatch(startRunRequest.requested({ pipeline: "etl", date: "2030-01-01" }));
    await pass(0);
    expect(selectStartRun(state())).toEqual({
      status: "failed",
      error: { code: "invalid_input", message: "2030-01-01 is not over yet", fields },
    });
    expect(selectActiveRuns(state())).toEqual([]);
    expect(texts()).toEqual([]);
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

describe("a backfill", () => {
  it("keeps its runs and tells for which days", async () => {
    const { api, dispatch, state, texts } = setUp();
    const other = "22222222-2222-4222-8222-222222222222";
    const queued = { state: "queued", trigger: "backfill" } as const;
    api.backfill.mockResolvedValue([makeRun({ ...queued, day: "2026-03-01" }), makeRun({ ...queued, id: other })]);
    dispatch(backfillRequest.requested({ pipeline: "etl", from: "2026-03-01", to: "2026-03-31" }));
    await pass(0);
    expect(selectActiveRuns(state()).map(({ id }) => id)).toEqual([RUN_ID, other]);
    expect(texts()).toEqual(["Sales ETL will run for 2 days: Mar 1, 2026 to Mar 31, 2026"]);
  });
});

describe("cancelling a run", () => {
  it("shows at once that the run is told to end", async () => {
    const { api, dispatch, state, texts } = setUp();
    dispatch(runsSeen([makeView(1)]));
    api.cancelRun.mockResolvedValue(makeRun({ isCancelling: true }));
    dispatch(cancelRunRequest.requested(RUN_ID));
    await pass(0);
    expect(selectRun(state(), RUN_ID)?.isCancelling).toBe(true);
    expect(texts()).toEqual(["Sales ETL for Mar 31, 2026 is told to end"]);
  });

  it("tells why it did not work", async () => {
    const { api, dispatch, texts } = setUp();
    api.cancelRun.mockRejectedValue(new ApiError("conflict", "The run has ended already"));
    dispatch(cancelRunRequest.requested(RUN_ID));
    await pass(0);
    expect(texts()).toEqual(["The run has ended already"]);
  });
});

it("a run that is done again is active again", async () => {
  const { api, dispatch, state, texts } = setUp();
  dispatch(runsSeen([makeView(9, { state: "failed", finishedAt: "2026-04-01T02:00:09.000Z" })]));
  api.rerun.mockResolvedValue(makeRun());
  dispatch(rerunRequest.requested({ id: RUN_ID, from: "failed" }));
  await pass(0);
  expect(api.rerun).toHaveBeenCalledWith({ id: RUN_ID, from: "failed" }, expect.anything());
  expect(selectRun(state(), RUN_ID)?.state).toBe("running");
  expect(texts()).toEqual(["Sales ETL for Mar 31, 2026 goes on"]);
});

it("a paused schedule can be resumed from the message that tells of it", async () => {
  const { api, dispatch, state, texts } = setUp();
  api.setSchedule.mockImplementation(async (input) => input);
  dispatch(setScheduleRequest.requested({ pipeline: "train", isPaused: true }));
  await pass(0);
  const action = state().notifications.items[0]?.action;
  expect([texts()[0], action?.label]).toEqual(["The schedule of Training is paused", say("notices.resume")]);
  if (action) dispatch(action.event);
  await pass(0);
  expect(api.setSchedule).toHaveBeenLastCalledWith({ pipeline: "train", isPaused: false }, expect.anything());
  expect(selectSetSchedule(state()).status).toBe("succeeded");
  expect(texts()).toContain("The schedule of Training goes on");
});

it("what was rendered earlier does not take the place of what is known since", () => {
  const { dispatch, state } = setUp();
  dispatch(runsSeen([makeView(9, { state: "succeeded" })]));
  dispatch(runsSeen([makeView(5)]));
  expect(selectRun(state(), RUN_ID)?.state).toBe("succeeded");
});
