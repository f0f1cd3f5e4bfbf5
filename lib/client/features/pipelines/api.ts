import { z } from "zod";
import {
  attemptListSchema,
  type PipelinesView,
  pipelinesViewSchema,
  type RunDetail,
  runDetailSchema,
  type ScheduleView,
  scheduleViewSchema,
} from "@/lib/shared/pipeline-views";
import {
  type BackfillInput,
  type Pipeline,
  type PipelineAttempt,
  type PipelineRun,
  pipelineRunSchema,
  type RerunInput,
  type StartedRun,
  type StartRunInput,
  startedRunSchema,
} from "@/lib/shared/pipelines";
import { callApi } from "../../api-client";

const ROOT = "/api/admin/pipelines";

/** A run and which of its tasks to do again. */
export type RerunRequest = RerunInput & { id: string };

export type ScheduleRequest = { pipeline: Pipeline; isPaused: boolean };

export type AttemptsRequest = { runId: string; taskId: string };

/** Runs that a page of the API holds at most: all that are likely to have changed since the last look. */
const POLLED_RUNS = 50;

function startRun(body: StartRunInput, signal: AbortSignal): Promise<StartedRun> {
  return callApi(`${ROOT}/runs`, { method: "POST", body, output: startedRunSchema, signal });
}

async function backfill(body: BackfillInput, signal: AbortSignal): Promise<PipelineRun[]> {
  const output = z.object({ items: z.array(pipelineRunSchema) });
  return (await callApi(`${ROOT}/backfill`, { method: "POST", body, output, signal })).items;
}

function cancelRun(id: string, signal: AbortSignal): Promise<PipelineRun> {
  return callApi(`${ROOT}/runs/${id}/cancel`, { method: "POST", output: pipelineRunSchema, signal });
}

function rerun({ id, from }: RerunRequest, signal: AbortSignal): Promise<PipelineRun> {
  return callApi(`${ROOT}/runs/${id}/rerun`, { method: "POST", body: { from }, output: pipelineRunSchema, signal });
}

function setSchedule({ pipeline, isPaused }: ScheduleRequest, signal: AbortSignal): Promise<ScheduleView> {
  const call = { method: "PUT", body: { isPaused }, output: scheduleViewSchema, signal } as const;
  return callApi(`${ROOT}/${pipeline}/schedule`, call);
}

function getView(_input: undefined, signal: AbortSignal): Promise<PipelinesView> {
  return callApi(`${ROOT}?limit=${POLLED_RUNS}`, { output: pipelinesViewSchema, signal });
}

function getRun(id: string, signal: AbortSignal): Promise<RunDetail> {
  return callApi(`${ROOT}/runs/${id}`, { output: runDetailSchema, signal });
}

async function listAttempts({ runId, taskId }: AttemptsRequest, signal: AbortSignal): Promise<PipelineAttempt[]> {
  return (await callApi(`${ROOT}/runs/${runId}/tasks/${taskId}/attempts`, { output: attemptListSchema, signal })).items;
}

const gameHitsSchema = z.object({ items: z.array(z.object({ slug: z.string(), title: z.string() })) });

/** A game that a search has found. */
export type GameHit = z.infer<typeof gameHitsSchema>["items"][number];

async function searchGames(q: string, signal: AbortSignal): Promise<GameHit[]> {
  const path = `/api/admin/games?limit=8&sort=title&q=${encodeURIComponent(q)}`;
  return (await callApi(path, { output: gameHitsSchema, signal })).items;
}

/** What the pipelines' saga asks of the server. */
export const pipelinesApi = {
  startRun,
  backfill,
  cancelRun,
  rerun,
  setSchedule,
  getView,
  getRun,
  listAttempts,
  searchGames,
};

export type PipelinesApi = typeof pipelinesApi;
