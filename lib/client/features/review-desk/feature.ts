import type { LazyFeature } from "../../store/lazy-features";
import { reviewDeskReducer } from "./slice";

export const reviewDeskFeature = {
  name: "reviewDesk",
  reducer: reviewDeskReducer,
  loadSaga: async () => (await import("./saga")).reviewDeskSaga,
} satisfies LazyFeature;
