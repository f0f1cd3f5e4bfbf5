import type { LazyFeature } from "../../store/lazy-features";
import { catalogueReducer } from "./slice";

export const catalogueFeature = {
  name: "catalogue",
  reducer: catalogueReducer,
  loadSaga: async () => (await import("./saga")).catalogueSaga,
} satisfies LazyFeature;
