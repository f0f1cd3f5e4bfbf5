import { log } from "../log";

/** Gives what is new since its last call. */
export type Look<Event> = () => Promise<Event[]>;

type Listener<Event> = (events: readonly Event[]) => void;

/**
 * One look for all who listen in this process: it is repeated while somebody does, and costs nothing while nobody does.
 * A look that fails is no news; the next one may work.
 */
export class Feed<Event> {
  readonly #listeners = new Set<Listener<Event>>();
  #timer: NodeJS.Timeout | undefined;
  #hasFailed = false;

  constructor(
    private readonly startLooking: () => Look<Event>,
    private readonly intervalMs: number,
  ) {}

  /** Hands all that is new from now on to the listener, until the returned function is called. */
  subscribe(listener: Listener<Event>): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) clearTimeout(this.#timer);
    };
  }

  #start(): void {
    clearTimeout(this.#timer);
    const look = this.startLooking();
    const again = async () => {
      await this.#tell(look);
      // Somebody may have come after everybody left: that start has a timer of its own.
      if (this.#listeners.size > 0 && timer === this.#timer) timer = this.#timer = setTimeout(again, this.intervalMs);
    };
    let timer = setTimeout(again, this.intervalMs);
    this.#timer = timer;
  }

  async #tell(look: Look<Event>): Promise<void> {
    try {
      const events = await look();
      this.#hasFailed = false;
      if (events.length > 0) for (const listener of [...this.#listeners]) listener(events);
    } catch (error) {
      if (!this.#hasFailed) log.warn({ err: error }, "pipeline.feed_failed");
      this.#hasFailed = true;
    }
  }
}
