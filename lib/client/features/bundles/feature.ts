import type { LazyFeature } from "../../store/lazy-features";
import { bundlesReducer } from "./slice";

export const bundlesFeature = {
  name: "bundles",
  reducer: bundlesReducer,
  loadSaga: async () => (await import("./saga")).bundlesSaga,
} satisfies LazyFeature;
