import type { LazyFeature } from "../../store/lazy-features";
import { featuredReducer } from "./slice";

export const featuredFeature = {
  name: "featured",
  reducer: featuredReducer,
  loadSaga: async () => (await import("./saga")).featuredSaga,
} satisfies LazyFeature;
