import type { LazyFeature } from "../../store/lazy-features";
import { accountReducer } from "./slice";

export const accountFeature = {
  name: "account",
  reducer: accountReducer,
  loadSaga: async () => (await import("./saga")).accountSaga,
} satisfies LazyFeature;
