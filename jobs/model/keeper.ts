/**
 * Keeps what parts of a training came to, so that another process goes on from there with the same result. Values are
 * plain: objects, arrays, numbers, texts and typed arrays.
 */
export interface Keeper {
  /** What was last kept of a part; undefined where nothing was. */
  find(part: string): Promise<unknown>;
  keep(part: string, value: unknown): Promise<void>;
  /**
   * A place where work may stop: keeps the part's state now and then, and before it throws because the process wants
   * its time back. The state is asked for only when it is kept.
   */
  rest(part: string, takeState: () => unknown): Promise<void>;
  /** The same where all is kept already. */
  pause(): void;
  /** Whether the work was told to stop: parts that run at once then each come to their own place. */
  readonly isPausing: boolean;
}

/** Keeps nothing and never stops: for training in one go. */
export const NO_KEEPER: Keeper = {
  find: async () => undefined,
  keep: async () => undefined,
  rest: async () => undefined,
  pause: () => undefined,
  isPausing: false,
};

/** Lets timers (a heartbeat, a cancel) run between two pieces of work. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
