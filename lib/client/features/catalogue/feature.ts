import type { LazyFeature } from "../../store/lazy-features";
import { catalogueSaga } from "./saga";
import { catalogueReducer } from "./slice";

export const catalogueFeature = {
  name: "catalogue",
  reducer: catalogueReducer,
  saga: catalogueSaga,
} satisfies LazyFeature;
