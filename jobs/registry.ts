import type { Pipeline } from "@/lib/shared/pipelines";
import type { TaskHandlers } from "./pipelines/context";

/**
 * The work of each pipeline's tasks, loaded when one is run: a process that only starts runs, such as the web server,
 * never loads TensorFlow.js.
 */
export const TASK_HANDLERS: Record<Pipeline, () => Promise<TaskHandlers>> = {
  etl: async () => (await import("./etl/tasks")).etlTasks,
  train: async () => (await import("./train/tasks")).trainTasks,
  forecast: async () => (await import("./forecast/tasks")).forecastTasks,
};
