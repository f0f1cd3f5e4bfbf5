import type { UnknownAction } from "@reduxjs/toolkit";
import { runSaga, type Saga, stdChannel } from "redux-saga";
import type { LazyFeature } from "./lazy-features";
import type { AppStore } from "./make-store";
import { guard, rootSaga } from "./root-saga";

/** A saga that runs: it is handed the store's actions one by one. */
type Part = { put(action: UnknownAction): void; cancel(): void };

function runPart({ dispatch, getState }: AppStore, saga: Saga): Part {
  const channel = stdChannel<UnknownAction>();
  const task = runSaga({ channel, dispatch, getState }, saga);
  return { put: channel.put, cancel: () => task.cancel() };
}

/** Runs a feature's saga once its code is there; what is dispatched meanwhile waits for it. */
function runFeature(store: AppStore, { loadSaga }: LazyFeature): Part {
  const waiting: UnknownAction[] = [];
  let part: Part | null = null;
  let isLoading = false;
  let isCancelled = false;

  const begin = (saga: Saga) => {
    if (isCancelled) return;
    part = runPart(store, () => guard(saga));
    for (const action of waiting.splice(0)) part.put(action);
  };
  const load = () => {
    isLoading = true;
    loadSaga().then(begin, (error: unknown) => {
      // Such as without a connection: the next action is another try.
      console.error(error);
      isLoading = false;
    });
  };
  load();
  return {
    put(action) {
      if (part) return part.put(action);
      waiting.push(action);
      if (!isLoading) load();
    },
    cancel() {
      isCancelled = true;
      part?.cancel();
    },
  };
}

/** Runs the sagas of every page and of the screens' features, or the one given. What was dispatched before comes first. */
export function runSagas(store: AppStore, saga?: Saga): { cancel(): void } {
  const parts = [runPart(store, saga ?? rootSaga)];
  const unwatch = saga ? undefined : store.features.watch((feature) => parts.push(runFeature(store, feature)));
  const disconnect = store.relay.connect((action) => {
    for (const part of parts) part.put(action);
  });
  return {
    cancel() {
      unwatch?.();
      disconnect();
      for (const part of parts) part.cancel();
    },
  };
}
