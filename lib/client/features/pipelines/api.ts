import { type PipelineRun, pipelineRunSchema, type StartRunInput } from "@/lib/shared/pipelines";
import { callApi } from "../../api-client";

/** Without a worker (as on Vercel) the answer comes when the run is done, at most 300 s later. */
export const START_TIMEOUT_MS = 310_000;

export function startRun(body: StartRunInput, signal: AbortSignal): Promise<PipelineRun> {
  const call = { method: "POST", body, output: pipelineRunSchema, signal, timeoutMs: START_TIMEOUT_MS } as const;
  return callApi("/api/admin/pipelines/runs", call);
}

export function getRun(id: string, signal: AbortSignal): Promise<PipelineRun> {
  return callApi(`/api/admin/pipelines/runs/${encodeURIComponent(id)}`, { output: pipelineRunSchema, signal });
}

/** What the pipelines' saga asks of the server. */
export const pipelinesApi = { startRun, getRun };

export type PipelinesApi = typeof pipelinesApi;
