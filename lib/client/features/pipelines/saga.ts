import { type EventChannel, eventChannel } from "redux-saga";
import { all, call, cancelled, delay, fork, put, race, select, take, takeEvery } from "redux-saga/effects";
import { isActive, isGood, PIPELINE_NAMES, type PipelineRun } from "@/lib/shared/pipelines";
import { ApiError } from "../../api-client";
import type { RequestError } from "../../store/request";
import { watchRequest } from "../../store/request-saga";
import { notified } from "../notifications/slice";
import { type PipelinesApi, pipelinesApi, START_TIMEOUT_MS } from "./api";
import { selectActiveRuns, selectPollError } from "./selectors";
import { pollFailed, runsPolled, runsSeen, startRunRequest, watchStarted, watchStopped } from "./slice";

/** Time between two looks at the active runs. */
export const POLL_MS = 2000;
/** After a look that failed, the next one waits longer. */
export const POLL_AFTER_FAILURE_MS = 8000;

/** Whether anybody can see the page, and a channel of the moments at which it comes into sight. */
export const pageSight = {
  isHidden: () => document.visibilityState === "hidden",
  openReturns: () =>
    eventChannel<"visible">((emit) => {
      const onChange = () => {
        if (document.visibilityState === "visible") emit("visible");
      };
      document.addEventListener("visibilitychange", onChange);
      return () => document.removeEventListener("visibilitychange", onChange);
    }),
};

export type PageSight = typeof pageSight;

function toPollError(error: unknown): RequestError {
  if (error instanceof ApiError) return { code: error.code, message: error.message };
  console.error(error);
  return { code: "internal", message: "Something went wrong" };
}

function* tellFinished(run: PipelineRun) {
  const name = PIPELINE_NAMES[run.pipeline];
  const text = {
    succeeded: `${name} for ${run.day} finished well`,
    succeeded_with_failures: `${name} for ${run.day} finished, but not for every game`,
    failed: `${name} for ${run.day} failed${run.error ? `: ${run.error}` : ""}`,
    cancelled: `${name} for ${run.day} was cancelled`,
    queued: "",
    running: "",
  }[run.state];
  yield put(notified({ kind: isGood(run.state) ? "success" : "error", text }));
}

function* poll(api: PipelinesApi) {
  const controller = new AbortController();
  try {
    const active: PipelineRun[] = yield select(selectActiveRuns);
    const runs: PipelineRun[] = yield all(active.map(({ id }) => call(api.getRun, id, controller.signal)));
    yield put(runsPolled(runs));
    for (const run of runs) if (!isActive(run.state)) yield call(tellFinished, run);
  } catch (error) {
    yield put(pollFailed(toPollError(error)));
  } finally {
    const isStopped: boolean = yield cancelled();
    if (isStopped) controller.abort();
  }
}

/** Looks at the active runs again and again; rests while there is none and while nobody can see the page. */
function* pollWhileActive(api: PipelinesApi, sight: PageSight) {
  const returns: EventChannel<"visible"> = yield call(sight.openReturns);
  try {
    while (true) {
      const active: PipelineRun[] = yield select(selectActiveRuns);
      if (active.length === 0) {
        yield take([runsSeen.type, startRunRequest.succeeded.type]);
        continue;
      }
      const lastError: RequestError | null = yield select(selectPollError);
      yield delay(lastError ? POLL_AFTER_FAILURE_MS : POLL_MS);
      const isHidden: boolean = yield call(sight.isHidden);
      if (isHidden) yield take(returns);
      yield call(poll, api);
    }
  } finally {
    returns.close();
  }
}

function* watchRuns(api: PipelinesApi, sight: PageSight) {
  while (true) {
    yield take(watchStarted.type);
    yield race({ polling: call(pollWhileActive, api, sight), stopped: take(watchStopped.type) });
  }
}

function* onStarted({ payload: run }: ReturnType<typeof startRunRequest.succeeded>) {
  const text = `${PIPELINE_NAMES[run.pipeline]} for ${run.day} is ${isActive(run.state) ? "under way" : "done"}`;
  yield put(notified({ kind: "info", text }));
}

/** Starts runs by hand and follows the active ones while a page shows them. */
export function* pipelinesSaga(api: PipelinesApi = pipelinesApi, sight: PageSight = pageSight) {
  yield takeEvery(startRunRequest.succeeded, onStarted);
  yield fork(() => watchRequest(startRunRequest, api.startRun, { timeoutMs: START_TIMEOUT_MS }));
  yield fork(watchRuns, api, sight);
}
