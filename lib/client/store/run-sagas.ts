import type { UnknownAction } from "@reduxjs/toolkit";
import { runSaga, type Saga, stdChannel, type Task } from "redux-saga";
import type { AppStore } from "./make-store";
import { rootSaga } from "./root-saga";

/** Runs every feature's saga on a store, or the one given. What was dispatched before comes to it first. */
export function runSagas(store: AppStore, saga?: Saga): Task {
  const channel = stdChannel<UnknownAction>();
  const { dispatch, getState } = store;
  const world = { channel, dispatch, getState };
  const task = saga ? runSaga(world, saga) : runSaga(world, rootSaga, store.features);
  const disconnect = store.relay.connect((action) => channel.put(action));
  const cancel = () => {
    disconnect();
    task.cancel();
  };
  return { ...task, cancel };
}
