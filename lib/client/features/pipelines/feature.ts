import type { LazyFeature } from "../../store/lazy-features";
import { pipelinesSaga } from "./saga";
import { pipelinesReducer } from "./slice";

export const pipelinesFeature = {
  name: "pipelines",
  reducer: pipelinesReducer,
  saga: pipelinesSaga,
} satisfies LazyFeature;
