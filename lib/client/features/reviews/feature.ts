import type { LazyFeature } from "../../store/lazy-features";
import { reviewsReducer } from "./slice";

export const reviewsFeature = {
  name: "reviews",
  reducer: reviewsReducer,
  loadSaga: async () => (await import("./saga")).reviewsSaga,
} satisfies LazyFeature;
