import type { LazyFeature } from "../../store/lazy-features";
import { librarySaga } from "./saga";
import { libraryReducer } from "./slice";

export const libraryFeature = { name: "library", reducer: libraryReducer, saga: librarySaga } satisfies LazyFeature;
