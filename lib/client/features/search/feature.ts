import type { LazyFeature } from "../../store/lazy-features";
import { searchSaga } from "./saga";
import { searchReducer } from "./slice";

export const searchFeature = { name: "search", reducer: searchReducer, saga: searchSaga } satisfies LazyFeature;
