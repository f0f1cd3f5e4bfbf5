import type { LazyFeature } from "../../store/lazy-features";
import { checkoutSaga } from "./saga";
import { checkoutReducer } from "./slice";

export const checkoutFeature = { name: "checkout", reducer: checkoutReducer, saga: checkoutSaga } satisfies LazyFeature;
