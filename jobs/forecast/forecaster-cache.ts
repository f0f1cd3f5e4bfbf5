import { LIVE_MODEL_KEY, parseLiveModel } from "@/jobs/model/artifact";
import { AppError } from "@/lib/server/errors";
import { log } from "@/lib/server/log";
import type { Storage } from "@/lib/server/storage/storage";
import { say } from "@/lib/shared/say";
import type { LoadedForecaster } from "./load-forecaster";

/** How long the live model's name is taken to be the same. */
const CHECK_EVERY_MS = 5000;

/**
 * The live model of a bucket, loaded once and kept until another goes live. Whoever asks while it is loaded waits for
 * the same load. A live model that cannot be loaded leaves the one before it in place.
 */
export class ForecasterCache {
  readonly #storage: Storage;
  readonly #now: () => number;
  #forecaster: LoadedForecaster | undefined;
  #checkedAt = Number.NEGATIVE_INFINITY;
  #check: Promise<void> | undefined;

  /** `now` gives milliseconds of any clock that only goes forward. */
  constructor(storage: Storage, now: () => number = () => performance.now()) {
    this.#storage = storage;
    this.#now = now;
  }

  /** The live model. Throws `conflict` before the first training, `unavailable` where the model cannot be loaded. */
  async get(): Promise<LoadedForecaster> {
    if (!this.#forecaster || this.#now() - this.#checkedAt >= CHECK_EVERY_MS) {
      this.#check ??= this.#refresh().finally(() => {
        this.#check = undefined;
      });
      await this.#check;
    }
    if (!this.#forecaster) throw new AppError("conflict", say("errors.noModelYet"));
    return this.#forecaster;
  }

  async #refresh(): Promise<void> {
    const pointer = await this.#storage.find(LIVE_MODEL_KEY);
    if (!pointer) {
      this.#forecaster = undefined;
      return;
    }
    try {
      const { version } = parseLiveModel(new TextDecoder().decode(pointer));
      if (this.#forecaster?.manifest.version !== version) {
        // Loaded on demand: TensorFlow.js is heavy, and most of the web server's requests need none of it.
        const { loadForecaster } = await import("./load-forecaster");
        this.#forecaster = await loadForecaster(this.#storage);
      }
    } catch (cause) {
      if (!this.#forecaster) throw new AppError("unavailable", say("errors.modelUnreadable"), { cause });
      log.error({ err: cause, served: this.#forecaster.manifest.version }, "forecaster.not_replaced");
    }
    this.#checkedAt = this.#now();
  }
}

const holder = globalThis as typeof globalThis & { kratosForecasters?: WeakMap<Storage, ForecasterCache> };

/** The cache of a bucket that this process shares; kept over hot reloads. */
export function getForecasterCache(storage: Storage): ForecasterCache {
  holder.kratosForecasters ??= new WeakMap();
  const known = holder.kratosForecasters.get(storage);
  if (known) return known;
  const cache = new ForecasterCache(storage);
  holder.kratosForecasters.set(storage, cache);
  return cache;
}
