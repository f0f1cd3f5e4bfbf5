import type { Action } from "@reduxjs/toolkit";
import { fork, takeEvery } from "redux-saga/effects";
import { watchRequest } from "../../store/request-saga";
import { pipelinesApi } from "./api";
import { openStream, pageSight } from "./event-stream";
import { type LiveWorld, liveSaga } from "./live-saga";
import {
  attemptsRequest,
  backfillRequest,
  cancelRunRequest,
  rerunRequest,
  searchGamesRequest,
  setScheduleRequest,
  startRunRequest,
} from "./slice";
import { tellBackfilled, tellCancelling, tellFailed, tellRerun, tellSchedule, tellStarted } from "./tell-saga";

/** A backfill or a start may have to wait for the lock under which runs begin. */
const START_TIMEOUT_MS = 30_000;

/** A failure that no form shows; a start that came too late may have been asked for by a notification. */
function isUntoldFailure(action: Action): boolean {
  if (startRunRequest.failed.match(action)) return action.payload.code === "conflict";
  return [setScheduleRequest, rerunRequest, cancelRunRequest].some(({ failed }) => failed.match(action));
}

/** Runs what operators ask for, tells what came of it, and follows what changes while a page shows it. */
export function* pipelinesSaga(world: LiveWorld = { api: pipelinesApi, sight: pageSight, openStream }) {
  const { api } = world;
  yield takeEvery(startRunRequest.succeeded, tellStarted);
  yield takeEvery(backfillRequest.succeeded, tellBackfilled);
  yield takeEvery(cancelRunRequest.succeeded, tellCancelling);
  yield takeEvery(rerunRequest.succeeded, tellRerun);
  yield takeEvery(setScheduleRequest.succeeded, tellSchedule);
  yield takeEvery(isUntoldFailure, tellFailed);
  yield fork(() => watchRequest(startRunRequest, api.startRun, { timeoutMs: START_TIMEOUT_MS }));
  yield fork(() => watchRequest(backfillRequest, api.backfill, { timeoutMs: START_TIMEOUT_MS }));
  yield fork(() => watchRequest(cancelRunRequest, api.cancelRun));
  yield fork(() => watchRequest(rerunRequest, api.rerun));
  yield fork(() => watchRequest(setScheduleRequest, api.setSchedule));
  yield fork(() => watchRequest(attemptsRequest, api.listAttempts));
  yield fork(() => watchRequest(searchGamesRequest, api.searchGames));
  yield fork(liveSaga, world);
}
