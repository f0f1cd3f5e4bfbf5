import type { LazyFeature } from "../../store/lazy-features";
import { searchReducer } from "./slice";

export const searchFeature = {
  name: "search",
  reducer: searchReducer,
  loadSaga: async () => (await import("./saga")).searchSaga,
} satisfies LazyFeature;
