import type { LazyFeature } from "../../store/lazy-features";
import { featuredSaga } from "./saga";
import { featuredReducer } from "./slice";

export const featuredFeature = {
  name: "featured",
  reducer: featuredReducer,
  saga: featuredSaga,
} satisfies LazyFeature;
