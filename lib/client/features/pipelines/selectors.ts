import { createSelector } from "@reduxjs/toolkit";
import type { QueueState, RunDetail, RunView } from "@/lib/shared/pipeline-views";
import { isActive, type PipelineAttempt } from "@/lib/shared/pipelines";
import type { RequestError, RequestState } from "../../store/request";
import type { RootState } from "../../store/root-reducer";
import type { GameHit } from "./api";
import type { Connection } from "./slice";

export const selectRunsById = (state: RootState) => state.pipelines.runs.byId;
export const selectConnection = (state: RootState): Connection => state.pipelines.runs.connection;
export const selectPollError = (state: RootState): RequestError | null => state.pipelines.runs.pollError;
export const selectQueue = (state: RootState): QueueState | null => state.pipelines.runs.queue;
export const selectMark = (state: RootState): string | null => state.pipelines.runs.mark;
export const selectDetail = (state: RootState): RunDetail | null => state.pipelines.runs.detail;
export const selectIsWatched = (state: RootState): boolean => state.pipelines.runs.watchers > 0;
export const selectAttempts = (state: RootState): PipelineAttempt[] => state.pipelines.attempts.items;

export const selectGameHits = (state: RootState): GameHit[] => state.pipelines.gameHits;

export const selectStartRun = (state: RootState): RequestState => state.pipelines.startRun;
export const selectBackfill = (state: RootState): RequestState => state.pipelines.backfill;
export const selectCancelRun = (state: RootState): RequestState => state.pipelines.cancelRun;
export const selectRerun = (state: RootState): RequestState => state.pipelines.rerun;
export const selectSetSchedule = (state: RootState): RequestState => state.pipelines.setSchedule;
export const selectAskAttempts = (state: RootState): RequestState => state.pipelines.askAttempts;

export const selectActiveRuns = createSelector([selectRunsById], (byId): RunView[] =>
  Object.values(byId).filter(({ state }) => isActive(state)),
);

/** The newest that is known of a run; a page falls back on what it was rendered with. */
export const selectRun = (state: RootState, id: string): RunView | undefined => selectRunsById(state)[id];

/** The run whose page is open, where it has changed since its tasks were asked for. */
export function selectStaleRunId({ pipelines: { runs } }: RootState): string | null {
  if (!runs.watchedId) return null;
  const told = runs.byId[runs.watchedId];
  const isStale = told !== undefined && (runs.detail === null || told.changedAt > runs.detail.changedAt);
  return isStale ? runs.watchedId : null;
}
