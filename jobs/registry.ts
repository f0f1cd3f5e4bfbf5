import type { Pipeline } from "@/lib/shared/pipelines";
import type { PipelineRunner } from "./pipelines/context";

/**
 * The work of each pipeline, loaded when it runs: a process that only starts runs, such as the web server, never
 * loads TensorFlow.js.
 */
export const RUNNERS: Record<Pipeline, () => Promise<PipelineRunner>> = {
  etl: async () => (await import("./etl/run")).runEtl,
  train: async () => (await import("./pipelines/train-runner")).runTrainPipeline,
  forecast: async () => (await import("./pipelines/forecast-runner")).runForecastPipeline,
};
