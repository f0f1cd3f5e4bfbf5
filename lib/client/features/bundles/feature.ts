import type { LazyFeature } from "../../store/lazy-features";
import { bundlesSaga } from "./saga";
import { bundlesReducer } from "./slice";

export const bundlesFeature = { name: "bundles", reducer: bundlesReducer, saga: bundlesSaga } satisfies LazyFeature;
