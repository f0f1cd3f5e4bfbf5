import type { UnknownAction } from "@reduxjs/toolkit";
import { createTranslator } from "next-intl";
import { buffers, eventChannel, runSaga, stdChannel } from "redux-saga";
import { vi } from "vitest";
import errors from "@/lib/shared/messages/en/errors.json";
import notices from "@/lib/shared/messages/en/notices.json";
import type { PipelinesView, RunDetail, RunView } from "@/lib/shared/pipeline-views";
import type { PipelineRun, StartedRun } from "@/lib/shared/pipelines";
import { speak } from "@/lib/shared/say";
import { makeRootReducer, type RootState } from "../../store/root-reducer";
import type { PipelinesApi } from "./api";
import type { StreamSignal } from "./event-stream";
import { pipelinesFeature } from "./feature";
import { pipelinesSaga } from "./saga";

export const RUN_ID = "11111111-1111-4111-8111-111111111111";

/** A run as the API shows it, a minute into its work. */
export function makeRun(change: Partial<PipelineRun> = {}): PipelineRun {
  return {
    id: RUN_ID,
    pipeline: "etl",
    day: "2026-03-31",
    gameSlugs: [],
    trigger: "staff",
    isForced: false,
    state: "running",
    requestedBy: "Stefan",
    step: "extract",
    progress: 0.2,
    counts: {},
    error: null,
    createdAt: "2026-04-01T02:00:00.000Z",
    startedAt: "2026-04-01T02:00:00.000Z",
    finishedAt: null,
    isCancelling: false,
    isStalled: false,
    ...change,
  };
}

/** The same with its tasks, as it was `second` seconds after its start. */
export function makeView(second: number, change: Partial<PipelineRun> = {}): RunView {
  return { ...makeRun(change), changedAt: new Date(Date.UTC(2026, 3, 1, 2, 0, second)).toISOString(), tasks: [] };
}

export function makeDetail(second: number, change: Partial<PipelineRun> = {}): RunDetail {
  return { ...makeView(second, change), tasks: [], attempts: [], games: {} };
}

const emptyView: Omit<PipelinesView, "runs"> = {
  pipelines: [],
  queue: { queues: [], workers: [] },
  alerts: [],
  mark: "as polled",
};

function makeApi() {
  return {
    startRun: vi.fn<PipelinesApi["startRun"]>(),
    backfill: vi.fn<PipelinesApi["backfill"]>(),
    cancelRun: vi.fn<PipelinesApi["cancelRun"]>(),
    rerun: vi.fn<PipelinesApi["rerun"]>(),
    setSchedule: vi.fn<PipelinesApi["setSchedule"]>(),
    getView: vi.fn<PipelinesApi["getView"]>().mockImplementation(async () => asView([])),
    getRun: vi.fn<PipelinesApi["getRun"]>().mockImplementation(async () => makeDetail(0)),
    listAttempts: vi.fn<PipelinesApi["listAttempts"]>(),
    searchGames: vi.fn<PipelinesApi["searchGames"]>(),
  };
}

export function asView(items: RunView[]): PipelinesView {
  return { ...emptyView, runs: { items, nextCursor: null } };
}

export function asStarted(run: PipelineRun, isNew = true): StartedRun {
  return { ...run, isNew };
}

/** The pipelines' saga over a store of its own, with streams, a page and an API that the test plays. */
export function setUp() {
  const api = makeApi();
  const page = { isHidden: false, turn: (_to: "visible" | "hidden") => {} };
  /** The streams that were opened, the newest last. */
  const streams: { emit: (signal: StreamSignal) => void; isClosed: boolean }[] = [];
  const world = {
    api,
    sight: {
      isHidden: () => page.isHidden,
      openChanges: () =>
        eventChannel<"visible" | "hidden">((emit) => {
          page.turn = (to) => {
            page.isHidden = to === "hidden";
            emit(to);
          };
          return () => {
            page.turn = () => {};
          };
        }),
    },
    openStream: () =>
      eventChannel<StreamSignal>((emit) => {
        const stream = { emit, isClosed: false };
        streams.push(stream);
        return () => {
          stream.isClosed = true;
        };
      }, buffers.expanding()),
  };
  const reduce = makeRootReducer([pipelinesFeature]);
  let state: RootState = reduce(undefined, { type: "start" });
  const channel = stdChannel<UnknownAction>();
  const dispatch = (action: UnknownAction) => {
    state = reduce(state, action);
    channel.put(action);
    return action;
  };
  const task = runSaga({ channel, dispatch, getState: () => state }, pipelinesSaga, world);
  const t = createTranslator({ locale: "en", messages: { errors, notices }, timeZone: "UTC" });
  const texts = () => state.notifications.items.map(({ text }) => speak(text, t));
  const tell = (...runs: RunView[]) => streams.at(-1)?.emit({ kind: "told", event: { name: "runs", data: { runs } } });
  return { api, page, streams, task, dispatch, texts, tell, state: () => state };
}
