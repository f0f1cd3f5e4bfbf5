import { sessionCheckRequest } from "../features/session/requests";
import type { AppStore } from "./make-store";
import { isQuiet } from "./quiet-action";
import { layTabWire } from "./tab-wire";

/** The part of a browser by which it shows that somebody does something. */
export type Surroundings = {
  window: Parameters<typeof layTabWire>[0];
  document: Pick<Document, "addEventListener" | "removeEventListener" | "visibilityState">;
};

type SagaRunner = { runSagas: (store: AppStore) => { cancel(): void } };

type StartOptions = {
  /** True where there is work from the start, such as a cart to load. */
  isAwaited: boolean;
  /** Brings the sagas' code, which no page has before it needs it. */
  load?: () => Promise<SagaRunner>;
  surroundings?: Surroundings;
};

/** Tells of the first sign that sagas are needed: an action, a hand on the page, another tab's news, a visitor who is back. */
function watchForNeed(store: AppStore, { window, document }: Surroundings, onNeed: () => void): () => void {
  const onReturn = () => {
    // An action, which needs sagas: meanwhile somebody may have signed in or out in another tab.
    if (document.visibilityState === "visible") store.dispatch(sessionCheckRequest.requested());
  };
  const options = { capture: true, passive: true } as const;
  const unwatch = store.relay.onWaiting((action) => !isQuiet(action) && onNeed());
  const closeWire = layTabWire(window).open(onNeed);
  document.addEventListener("pointerdown", onNeed, options);
  document.addEventListener("keydown", onNeed, options);
  document.addEventListener("visibilitychange", onReturn);
  return () => {
    unwatch();
    closeWire();
    document.removeEventListener("pointerdown", onNeed, options);
    document.removeEventListener("keydown", onNeed, options);
    document.removeEventListener("visibilitychange", onReturn);
  };
}

/**
 * Starts the sagas of a store as soon as they have something to do, and gives back what ends them. Most first visits
 * read a page and do nothing: those load neither the sagas nor what these ask the server by.
 */
export function startSagas(store: AppStore, options: StartOptions): () => void {
  const { isAwaited, load = () => import("./run-sagas"), surroundings = { window, document } } = options;
  let running: { cancel(): void } | null = null;
  let isStopped = false;
  let unwatch = () => {};

  const watch = () => {
    unwatch = watchForNeed(store, surroundings, start);
  };
  function start(): void {
    unwatch();
    load().then(
      ({ runSagas }) => {
        if (!isStopped) running = runSagas(store);
      },
      (error: unknown) => {
        // Such as without a connection: the next sign is another try.
        console.error(error);
        if (!isStopped) watch();
      },
    );
  }
  if (isAwaited) start();
  else watch();
  return () => {
    isStopped = true;
    unwatch();
    running?.cancel();
  };
}
