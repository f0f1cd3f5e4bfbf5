import type { UnknownAction } from "@reduxjs/toolkit";
import { buffers, type Channel, type EventChannel, type Task } from "redux-saga";
import { actionChannel, call, cancel, delay, fork, put, race, select, take } from "redux-saga/effects";
import { type PipelinesView, type RunDetail, type RunView, STREAM_BEAT_MS } from "@/lib/shared/pipeline-views";
import { callAborting } from "../../store/call-aborting";
import type { RequestError } from "../../store/request";
import { toRequestError } from "../../store/request-saga";
import type { PipelinesApi } from "./api";
import type { openStream, PageSight, StreamSignal } from "./event-stream";
import { selectActiveRuns, selectIsWatched, selectPollError, selectStaleRunId } from "./selectors";
import {
  connectionChanged,
  detailReceived,
  markReceived,
  pollFailed,
  queueReceived,
  runOpened,
  runsReceived,
  watchStarted,
  watchStopped,
} from "./slice";
import { tellEnd } from "./tell-saga";

/** Time between two looks while a run is active and there is no stream. */
export const POLL_MS = 2000;
/** The same while none is, and after a look that failed. */
export const SLOW_POLL_MS = 8000;
/** A stream that is not open by then, or not open again, is given up. */
export const OPEN_MS = 5000;
/** One that says nothing for so long is dead, whatever the browser thinks. */
export const SILENCE_MS = 2.5 * STREAM_BEAT_MS;
/** A stream that was given up is tried again after so long. */
export const REOPEN_MS = 15_000;
/** The tasks of the open run are asked for at most so often. */
export const DETAIL_GAP_MS = 1000;

/** What the live pages need of the world around them. */
export type LiveWorld = { api: PipelinesApi; sight: PageSight; openStream: typeof openStream };

function* receiveRuns(runs: RunView[]) {
  const active: RunView[] = yield select(selectActiveRuns);
  const before = new Set(active.map(({ id }) => id));
  yield put(runsReceived(runs));
  for (const run of runs) if (before.has(run.id)) yield call(tellEnd, run);
}

function* poll(api: PipelinesApi) {
  try {
    const view: PipelinesView = yield call(callAborting<undefined, PipelinesView>, api.getView, undefined);
    yield call(receiveRuns, view.runs.items);
    yield put(queueReceived(view.queue));
    yield put(markReceived(view.mark));
  } catch (error) {
    yield put(pollFailed(toRequestError(error)));
  }
}

/** Asks again and again, for as long as there is no stream. */
function* pollOnAndOn(api: PipelinesApi) {
  yield put(connectionChanged("polling"));
  while (true) {
    yield call(poll, api);
    const active: RunView[] = yield select(selectActiveRuns);
    const lastError: RequestError | null = yield select(selectPollError);
    yield delay(active.length > 0 && !lastError ? POLL_MS : SLOW_POLL_MS);
  }
}

function* receive(signal: Extract<StreamSignal, { kind: "told" }>) {
  const { event } = signal;
  if (event.name === "runs") yield call(receiveRuns, event.data.runs);
  else if (event.name === "queue") yield put(queueReceived(event.data));
  else if (event.name === "mark") yield put(markReceived(event.data.mark));
}

/** Hears the stream until it is dead; `onOpened` is called whenever it stands. */
function* hear(signals: EventChannel<StreamSignal>, onOpened: () => Generator) {
  let patienceMs = OPEN_MS;
  while (true) {
    const { signal }: { signal?: StreamSignal } = yield race({ signal: take(signals), isDead: delay(patienceMs) });
    if (!signal) return;
    patienceMs = signal.kind === "broken" ? OPEN_MS : SILENCE_MS;
    if (signal.kind === "opened") yield call(onOpened);
    if (signal.kind === "told") yield call(receive, signal);
  }
}

/** Follows the stream; where it fails, polls until it stands again. */
function* followChanges({ api, openStream: open }: LiveWorld) {
  let polling: Task | undefined;
  function* onOpened() {
    if (polling) yield cancel(polling);
    polling = undefined;
    yield put(connectionChanged("live"));
  }
  while (true) {
    const signals: EventChannel<StreamSignal> = yield call(open);
    try {
      yield call(hear, signals, onOpened);
    } finally {
      signals.close();
    }
    polling ??= yield fork(pollOnAndOn, api);
    yield delay(REOPEN_MS);
  }
}

function* fetchDetail(api: PipelinesApi, id: string) {
  try {
    const detail: RunDetail = yield call(callAborting<string, RunDetail>, api.getRun, id);
    yield put(detailReceived(detail));
  } catch (error) {
    yield put(pollFailed(toRequestError(error)));
  }
}

/** Keeps the tasks of the open run as new as what was told of it. */
function* followDetail({ api }: LiveWorld) {
  const changes: Channel<UnknownAction> = yield actionChannel([runsReceived.type, runOpened.type], buffers.sliding(1));
  try {
    while (true) {
      yield take(changes);
      const id: string | null = yield select(selectStaleRunId);
      if (!id) continue;
      yield call(fetchDetail, api, id);
      yield delay(DETAIL_GAP_MS);
    }
  } finally {
    changes.close();
  }
}

function* follow(world: LiveWorld) {
  yield fork(followDetail, world);
  yield call(followChanges, world);
}

/** Follows while the page can be seen, and not while it cannot. */
function* followWhileSeen(world: LiveWorld) {
  const changes: EventChannel<"visible" | "hidden"> = yield call(world.sight.openChanges);
  try {
    while (true) {
      const isHidden: boolean = yield call(world.sight.isHidden);
      if (isHidden) yield take(changes);
      else yield race({ following: call(follow, world), changed: take(changes) });
    }
  } finally {
    changes.close();
    yield put(connectionChanged("off"));
  }
}

function* untilUnwatched() {
  let isWatched = true;
  while (isWatched) {
    yield take(watchStopped.type);
    isWatched = yield select(selectIsWatched);
  }
}

/** Follows what changes while a page shows it. */
export function* liveSaga(world: LiveWorld) {
  while (true) {
    yield take(watchStarted.type);
    yield race({ following: call(followWhileSeen, world), stopped: call(untilUnwatched) });
  }
}
