import { combineReducers, createSlice, type PayloadAction } from "@reduxjs/toolkit";
import { isActive, type PipelineRun, type StartRunInput } from "@/lib/shared/pipelines";
import { createRequest, type RequestError } from "../../store/request";

/** Starts a run by hand. */
export const startRunRequest = createRequest<StartRunInput, PipelineRun>("pipelines/startRun");

type RunsState = {
  /** The newest that is known of each run that a page has shown. */
  byId: Record<string, PipelineRun>;
  /** Why the last look at the active runs failed; null while it works. */
  pollError: RequestError | null;
};

const initialState: RunsState = { byId: {}, pollError: null };

/** A page that was rendered before the last look must not make a finished run active again. */
function keep(state: RunsState, run: PipelineRun): void {
  const known = state.byId[run.id];
  if (known && !isActive(known.state) && isActive(run.state)) return;
  state.byId[run.id] = run;
}

const runsSlice = createSlice({
  name: "pipelines",
  initialState,
  reducers: {
    /** A page shows these runs. */
    runsSeen(state, { payload }: PayloadAction<PipelineRun[]>) {
      for (const run of payload) keep(state, run);
    },
    /** The server was asked for the active runs. */
    runsPolled(state, { payload }: PayloadAction<PipelineRun[]>) {
      for (const run of payload) keep(state, run);
      state.pollError = null;
    },
    pollFailed(state, { payload }: PayloadAction<RequestError>) {
      state.pollError = payload;
    },
    /** A page with runs is open, or is left. */
    watchStarted: (state) => state,
    watchStopped: (state) => {
      state.pollError = null;
    },
  },
  extraReducers: (builder) => {
    builder.addCase(startRunRequest.succeeded, (state, { payload }) => keep(state, payload));
  },
});

export const { runsSeen, runsPolled, pollFailed, watchStarted, watchStopped } = runsSlice.actions;

export const pipelinesReducer = combineReducers({ runs: runsSlice.reducer, startRun: startRunRequest.reducer });
