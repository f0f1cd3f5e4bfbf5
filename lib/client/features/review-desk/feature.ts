import type { LazyFeature } from "../../store/lazy-features";
import { reviewDeskSaga } from "./saga";
import { reviewDeskReducer } from "./slice";

export const reviewDeskFeature = {
  name: "reviewDesk",
  reducer: reviewDeskReducer,
  saga: reviewDeskSaga,
} satisfies LazyFeature;
