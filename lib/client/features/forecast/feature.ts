import type { LazyFeature } from "../../store/lazy-features";
import { forecastReducer } from "./slice";

export const forecastFeature = {
  name: "forecast",
  reducer: forecastReducer,
  loadSaga: async () => (await import("./saga")).forecastSaga,
} satisfies LazyFeature;
