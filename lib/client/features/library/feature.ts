import type { LazyFeature } from "../../store/lazy-features";
import { libraryReducer } from "./slice";

export const libraryFeature = {
  name: "library",
  reducer: libraryReducer,
  loadSaga: async () => (await import("./saga")).librarySaga,
} satisfies LazyFeature;
