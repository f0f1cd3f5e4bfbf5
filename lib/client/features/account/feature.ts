import type { LazyFeature } from "../../store/lazy-features";
import { accountSaga } from "./saga";
import { accountReducer } from "./slice";

export const accountFeature = { name: "account", reducer: accountReducer, saga: accountSaga } satisfies LazyFeature;
