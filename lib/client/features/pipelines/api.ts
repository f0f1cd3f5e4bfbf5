import { type PipelineRun, pipelineRunSchema, type StartRunInput } from "@/lib/shared/pipelines";
import { callApi } from "../../api-client";

export function startRun(input: StartRunInput, signal: AbortSignal): Promise<PipelineRun> {
  return callApi("/api/admin/pipelines/runs", { method: "POST", body: input, output: pipelineRunSchema, signal });
}

export function getRun(id: string, signal: AbortSignal): Promise<PipelineRun> {
  return callApi(`/api/admin/pipelines/runs/${encodeURIComponent(id)}`, { output: pipelineRunSchema, signal });
}

/** What the pipelines' saga asks of the server. */
export const pipelinesApi = { startRun, getRun };

export type PipelinesApi = typeof pipelinesApi;
