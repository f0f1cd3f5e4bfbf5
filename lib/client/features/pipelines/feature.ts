import type { LazyFeature } from "../../store/lazy-features";
import { pipelinesReducer } from "./slice";

export const pipelinesFeature = {
  name: "pipelines",
  reducer: pipelinesReducer,
  loadSaga: async () => (await import("./saga")).pipelinesSaga,
} satisfies LazyFeature;
