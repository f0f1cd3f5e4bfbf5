import type { LazyFeature } from "../../store/lazy-features";
import { reviewsSaga } from "./saga";
import { reviewsReducer } from "./slice";

export const reviewsFeature = { name: "reviews", reducer: reviewsReducer, saga: reviewsSaga } satisfies LazyFeature;
