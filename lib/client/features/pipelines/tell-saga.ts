import { put } from "redux-saga/effects";
import { formatDay } from "@/lib/shared/day-text";
import { isActive, isGood, PIPELINE_NAMES, type PipelineRun } from "@/lib/shared/pipelines";
import { notified } from "../notifications/slice";
import type { backfillRequest, cancelRunRequest, rerunRequest } from "./slice";
import { setScheduleRequest, startRunRequest } from "./slice";

function nameOf({ pipeline, day }: PipelineRun): string {
  return `${PIPELINE_NAMES[pipeline]} for ${day}`;
}

/** Tells how a run ended that was followed; the good runs of a backfill are no news one by one. */
export function* tellEnd(run: PipelineRun) {
  if (isActive(run.state) || (run.trigger === "backfill" && isGood(run.state))) return;
  const name = nameOf(run);
  const text = {
    succeeded: `${name} finished well`,
    succeeded_with_failures: `${name} finished, but not for every game`,
    failed: `${name} failed${run.error ? `: ${run.error}` : ""}`,
    cancelled: `${name} was cancelled`,
    queued: "",
    running: "",
  }[run.state];
  const kind = isGood(run.state) ? "success" : run.state === "cancelled" ? "info" : "error";
  yield put(notified({ kind, text }));
}

/** Tells that a run was started, or why none was. */
export function* tellStarted({ payload: run }: ReturnType<typeof startRunRequest.succeeded>) {
  const name = nameOf(run);
  if (run.isNew) {
    const text = run.state === "queued" ? `${name} waits for its turn` : `${name} is under way`;
    yield put(notified({ kind: "info", text }));
    return;
  }
  if (isActive(run.state)) {
    yield put(notified({ kind: "info", text: `${name} is under way already: nothing new was started` }));
    return;
  }
  const again = startRunRequest.requested({ pipeline: run.pipeline, date: run.day, isForced: true });
  const text = `${name} is done already: nothing was started`;
  yield put(notified({ kind: "info", text, action: { label: "Do it again", event: again } }));
}

export function* tellBackfilled({ payload: runs }: ReturnType<typeof backfillRequest.succeeded>) {
  const [first] = runs;
  const last = runs.at(-1);
  if (!first || !last) return;
  const days = runs.length === 1 ? "1 day" : `${runs.length} days`;
  const span = first.day === last.day ? formatDay(first.day) : `${formatDay(first.day)} to ${formatDay(last.day)}`;
  yield put(notified({ kind: "info", text: `${PIPELINE_NAMES[first.pipeline]} will run for ${days}: ${span}` }));
}

export function* tellCancelling({ payload: run }: ReturnType<typeof cancelRunRequest.succeeded>) {
  if (isActive(run.state)) yield put(notified({ kind: "info", text: `${nameOf(run)} is told to end` }));
  else yield* tellEnd(run);
}

export function* tellRerun({ payload: run }: ReturnType<typeof rerunRequest.succeeded>) {
  yield put(notified({ kind: "info", text: `${nameOf(run)} goes on` }));
}

/** Tells that a schedule was changed, with the way back. */
export function* tellSchedule({ payload: { pipeline, isPaused } }: ReturnType<typeof setScheduleRequest.succeeded>) {
  const name = PIPELINE_NAMES[pipeline];
  const text = isPaused ? `The schedule of ${name} is paused` : `The schedule of ${name} goes on`;
  const event = setScheduleRequest.requested({ pipeline, isPaused: !isPaused });
  yield put(notified({ kind: "info", text, action: { label: isPaused ? "Resume" : "Pause", event } }));
}

/** Tells why a button without a form of its own did not work. */
export function* tellFailed({ payload }: ReturnType<typeof cancelRunRequest.failed>) {
  yield put(notified({ kind: "error", text: payload.message }));
}
