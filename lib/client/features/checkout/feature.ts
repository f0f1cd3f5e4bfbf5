import type { LazyFeature } from "../../store/lazy-features";
import { checkoutReducer } from "./slice";

export const checkoutFeature = {
  name: "checkout",
  reducer: checkoutReducer,
  loadSaga: async () => (await import("./saga")).checkoutSaga,
} satisfies LazyFeature;
