import type { LazyFeature } from "../../store/lazy-features";
import { forecastSaga } from "./saga";
import { forecastReducer } from "./slice";

export const forecastFeature = { name: "forecast", reducer: forecastReducer, saga: forecastSaga } satisfies LazyFeature;
