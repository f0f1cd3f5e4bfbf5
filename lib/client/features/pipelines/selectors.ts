import { createSelector } from "@reduxjs/toolkit";
import { isActive, type PipelineRun } from "@/lib/shared/pipelines";
import type { RequestError, RequestState } from "../../store/request";
import type { RootState } from "../../store/root-reducer";

export const selectRunsById = (state: RootState) => state.pipelines.runs.byId;

export const selectStartRun = (state: RootState): RequestState => state.pipelines.startRun;
export const selectPollError = (state: RootState): RequestError | null => state.pipelines.runs.pollError;

export const selectActiveRuns = createSelector([selectRunsById], (byId): PipelineRun[] =>
  Object.values(byId).filter(({ state }) => isActive(state)),
);

/** The newest that is known of a run; a page falls back on what it was rendered with. */
export const selectRun = (state: RootState, id: string): PipelineRun | undefined => selectRunsById(state)[id];
