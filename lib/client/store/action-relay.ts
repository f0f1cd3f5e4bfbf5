import type { Middleware, UnknownAction } from "@reduxjs/toolkit";

type Listener = (action: UnknownAction) => void;

/**
 * Hands the store's actions on to the sagas. Where these do not run yet, actions wait for them in their order: the
 * reducers have taken them already, and nothing is lost while the sagas' code is on its way.
 */
export function createActionRelay() {
  const waiting: UnknownAction[] = [];
  const watchers = new Set<Listener>();
  let listener: Listener | null = null;

  const middleware: Middleware = () => (next) => (action) => {
    const result = next(action);
    const taken = action as UnknownAction;
    if (listener) listener(taken);
    else {
      waiting.push(taken);
      for (const tell of watchers) tell(taken);
    }
    return result;
  };
  return {
    middleware,
    /** Sends everything to the listener from now on, what waits first. */
    connect(next: Listener): () => void {
      listener = next;
      for (const action of waiting.splice(0)) next(action);
      return () => {
        if (listener === next) listener = null;
      };
    },
    /** Tells of each action that has to wait. */
    onWaiting(watcher: Listener): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
