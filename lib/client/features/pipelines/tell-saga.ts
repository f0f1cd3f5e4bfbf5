import { put } from "redux-saga/effects";
import { toDate } from "@/lib/shared/day";
import { isActive, isGood, type PipelineRun } from "@/lib/shared/pipelines";
import { say } from "@/lib/shared/say";
import { notified } from "../notifications/slice";
import type { backfillRequest, cancelRunRequest, rerunRequest } from "./slice";
import { setScheduleRequest, startRunRequest } from "./slice";

/** What a message tells of a run: the state that it came to, or what was made of what was asked for. */
type Told = PipelineRun["state"] | "because" | "busy" | "done" | "ending" | "goesOn";

function sayOf({ pipeline, day, error }: PipelineRun, what: Told): string {
  return say("notices.runTold", { pipeline, day: toDate(day).getTime(), what, error: error ?? "" });
}

/** Tells how a run ended that was followed; the good runs of a backfill are no news one by one. */
export function* tellEnd(run: PipelineRun) {
  if (isActive(run.state) || (run.trigger === "backfill" && isGood(run.state))) return;
  const kind = isGood(run.state) ? "success" : run.state === "cancelled" ? "info" : "error";
  yield put(notified({ kind, text: sayOf(run, run.state === "failed" && run.error ? "because" : run.state) }));
}

/** Tells that a run was started, or why none was. */
export function* tellStarted({ payload: run }: ReturnType<typeof startRunRequest.succeeded>) {
  if (run.isNew) {
    yield put(notified({ kind: "info", text: sayOf(run, run.state === "queued" ? "queued" : "running") }));
    return;
  }
  if (isActive(run.state)) {
    yield put(notified({ kind: "info", text: sayOf(run, "busy") }));
    return;
  }
  const again = startRunRequest.requested({ pipeline: run.pipeline, date: run.day, isForced: true });
  const action = { label: say("notices.runAgain"), event: again };
  yield put(notified({ kind: "info", text: sayOf(run, "done"), action }));
}

export function* tellBackfilled({ payload: runs }: ReturnType<typeof backfillRequest.succeeded>) {
  const [first] = runs;
  const last = runs.at(-1);
  if (!first || !last) return;
  const span = { from: toDate(first.day).getTime(), to: toDate(last.day).getTime() };
  const text = say("notices.backfillStarted", { pipeline: first.pipeline, days: runs.length, ...span });
  yield put(notified({ kind: "info", text }));
}

export function* tellCancelling({ payload: run }: ReturnType<typeof cancelRunRequest.succeeded>) {
  if (isActive(run.state)) yield put(notified({ kind: "info", text: sayOf(run, "ending") }));
  else yield* tellEnd(run);
}

export function* tellRerun({ payload: run }: ReturnType<typeof rerunRequest.succeeded>) {
  yield put(notified({ kind: "info", text: sayOf(run, "goesOn") }));
}

/** Tells that a schedule was changed, with the way back. */
export function* tellSchedule({ payload: { pipeline, isPaused } }: ReturnType<typeof setScheduleRequest.succeeded>) {
  const text = say("notices.scheduleTold", { pipeline, what: isPaused ? "paused" : "on" });
  const event = setScheduleRequest.requested({ pipeline, isPaused: !isPaused });
  const action = { label: say(isPaused ? "notices.resume" : "notices.pause"), event };
  yield put(notified({ kind: "info", text, action }));
}

/** Tells why a button without a form of its own did not work. */
export function* tellFailed({ payload }: ReturnType<typeof cancelRunRequest.failed>) {
  yield put(notified({ kind: "error", text: payload.message }));
}
