import { combineReducers, createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { QueueState, RunDetail, RunView, ScheduleView } from "@/lib/shared/pipeline-views";
import type { BackfillInput, PipelineAttempt, PipelineRun, StartedRun, StartRunInput } from "@/lib/shared/pipelines";
import { createRequest, type RequestError } from "../../store/request";
import type { AttemptsRequest, GameHit, RerunRequest, ScheduleRequest } from "./api";

/** Starts a run by hand. */
export const startRunRequest = createRequest<StartRunInput, StartedRun>("pipelines/startRun");
/** Runs a pipeline for each day of a range. */
export const backfillRequest = createRequest<BackfillInput, PipelineRun[]>("pipelines/backfill");
/** Tells a run to end, by its id. */
export const cancelRunRequest = createRequest<string, PipelineRun>("pipelines/cancelRun");
/** Does tasks of a run again. */
export const rerunRequest = createRequest<RerunRequest, PipelineRun>("pipelines/rerun");
/** Pauses a schedule, or lets it go on. */
export const setScheduleRequest = createRequest<ScheduleRequest, ScheduleView>("pipelines/setSchedule");
/** Asks for the attempts of a task with their logs. */
export const attemptsRequest = createRequest<AttemptsRequest, PipelineAttempt[]>("pipelines/attempts");

/** Searches for games by title, to run a pipeline for them alone. */
export const searchGamesRequest = createRequest<string, GameHit[]>("pipelines/searchGames");

/** How the pages hear of changes: not at all, by the stream of events, or by asking again and again. */
export type Connection = "off" | "live" | "polling";

type RunsState = {
  /** The newest that is known of each run that a page has shown. */
  byId: Record<string, RunView>;
  /** The run whose page is open, with its tasks. */
  watchedId: string | null;
  detail: RunDetail | null;
  queue: QueueState | null;
  /** Changes with the alerts and the schedules; null before anything was heard of them. */
  mark: string | null;
  /** Pages that follow what changes. */
  watchers: number;
  connection: Connection;
  /** Why the last look failed; null while it works. */
  pollError: RequestError | null;
};

const initialState: RunsState = {
  byId: {},
  watchedId: null,
  detail: null,
  queue: null,
  mark: null,
  watchers: 0,
  connection: "off",
  pollError: null,
};

/** What was rendered or asked for earlier must not take the place of what is newer. */
function keep(state: RunsState, run: RunView): void {
  const known = state.byId[run.id];
  if (!known || known.changedAt <= run.changedAt) state.byId[run.id] = run;
}

/** What an action answers with has no tasks yet; the change itself is news enough. */
function keepPlain(state: RunsState, run: PipelineRun): void {
  const { changedAt = run.createdAt, tasks = [] } = state.byId[run.id] ?? {};
  state.byId[run.id] = { ...run, changedAt, tasks };
}

const runsSlice = createSlice({
  name: "pipelines",
  initialState,
  reducers: {
    /** A page shows these runs. */
    runsSeen(state, { payload }: PayloadAction<RunView[]>) {
      for (const run of payload) keep(state, run);
    },
    /** The server told of runs that have changed. */
    runsReceived(state, { payload }: PayloadAction<RunView[]>) {
      for (const run of payload) keep(state, run);
      state.pollError = null;
    },
    queueReceived(state, { payload }: PayloadAction<QueueState>) {
      state.queue = payload;
    },
    markReceived(state, { payload }: PayloadAction<string>) {
      state.mark = payload;
    },
    /** A run's page is open: as rendered, and again with every rendering. */
    runOpened(state, { payload }: PayloadAction<RunDetail>) {
      state.watchedId = payload.id;
      const isNewer = state.detail?.id !== payload.id || state.detail.changedAt <= payload.changedAt;
      if (isNewer) state.detail = payload;
    },
    detailReceived(state, { payload }: PayloadAction<RunDetail>) {
      if (state.watchedId === payload.id) state.detail = payload;
    },
    runClosed(state) {
      state.watchedId = null;
      state.detail = null;
    },
    connectionChanged(state, { payload }: PayloadAction<Connection>) {
      state.connection = payload;
      if (payload !== "polling") state.pollError = null;
    },
    pollFailed(state, { payload }: PayloadAction<RequestError>) {
      state.pollError = payload;
    },
    /** A page with runs is open, or is left. */
    watchStarted(state) {
      state.watchers += 1;
    },
    watchStopped(state) {
      state.watchers = Math.max(0, state.watchers - 1);
    },
  },
  extraReducers: (builder) => {
    builder
      .addCase(startRunRequest.succeeded, (state, { payload: { isNew: _, ...run } }) => keepPlain(state, run))
      .addCase(cancelRunRequest.succeeded, (state, { payload }) => keepPlain(state, payload))
      .addCase(rerunRequest.succeeded, (state, { payload }) => keepPlain(state, payload))
      .addCase(backfillRequest.succeeded, (state, { payload }) => {
        for (const run of payload) keepPlain(state, run);
      });
  },
});

export const {
  runsSeen,
  runsReceived,
  queueReceived,
  markReceived,
  runOpened,
  detailReceived,
  runClosed,
  connectionChanged,
  pollFailed,
  watchStarted,
  watchStopped,
} = runsSlice.actions;

/** The log that is shown: the attempts of one task. */
type AttemptsState = { taskId: string | null; items: PipelineAttempt[] };

const attemptsSlice = createSlice({
  name: "pipelines/attempts",
  initialState: { taskId: null, items: [] } as AttemptsState,
  reducers: {},
  extraReducers: (builder) => {
    builder
      .addCase(attemptsRequest.requested, (state, { payload }) => {
        if (state.taskId !== payload.taskId) state.items = [];
        state.taskId = payload.taskId;
      })
      .addCase(attemptsRequest.succeeded, (state, { payload }) => {
        state.items = payload;
      });
  },
});

const gameHitsSlice = createSlice({
  name: "pipelines/gameHits",
  initialState: [] as GameHit[],
  reducers: {},
  extraReducers: (builder) => {
    builder
      .addCase(searchGamesRequest.cancelled, () => [])
      .addCase(searchGamesRequest.failed, () => [])
      .addCase(searchGamesRequest.succeeded, (_state, { payload }) => payload);
  },
});

export const pipelinesReducer = combineReducers({
  runs: runsSlice.reducer,
  attempts: attemptsSlice.reducer,
  startRun: startRunRequest.reducer,
  backfill: backfillRequest.reducer,
  cancelRun: cancelRunRequest.reducer,
  rerun: rerunRequest.reducer,
  setSchedule: setScheduleRequest.reducer,
  askAttempts: attemptsRequest.reducer,
  gameHits: gameHitsSlice.reducer,
});
