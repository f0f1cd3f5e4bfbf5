import { configureStore } from "@reduxjs/toolkit";
import createSagaMiddleware, { type Saga, type Task } from "redux-saga";
import type { SessionView } from "@/lib/shared/auth";
import { type RootState, rootReducer } from "./root-reducer";
import { rootSaga } from "./root-saga";

/** What the server knows already when it renders the page. */
export type Preloaded = { session: SessionView | null };

function toPreloadedState({ session }: Preloaded): Pick<RootState, "session"> {
  return { session: { ...rootReducer(undefined, { type: "preload" }).session, view: session } };
}

/** A store for one render tree. Its sagas start by `runSagas`, which only the browser calls. */
export function makeStore(preloaded: Preloaded = { session: null }) {
  const sagaMiddleware = createSagaMiddleware();
  const store = configureStore({
    reducer: rootReducer,
    preloadedState: toPreloadedState(preloaded),
    devTools: process.env.NODE_ENV === "development",
    middleware: (defaults) => defaults({ thunk: false }).concat(sagaMiddleware),
  });
  /** Starts every feature's saga, or the one given. */
  const runSagas = (saga: Saga = rootSaga): Task => sagaMiddleware.run(saga);
  return Object.assign(store, { runSagas });
}

export type AppStore = ReturnType<typeof makeStore>;
export type AppDispatch = AppStore["dispatch"];
