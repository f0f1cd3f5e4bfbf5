/** Exit status of a command that a signal ended. */
export const INTERRUPTED = 130;

/** The first signal ends the run in order, the second at once. */
export function listenForStop(): AbortSignal {
  const stop = new AbortController();
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(INTERRUPTED);
    stop.abort(new Error("the run was interrupted"));
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return stop.signal;
}
