import { LRUCache } from "lru-cache";
import type { Db } from "./db";

type KeepOptions = {
  /** How long a value is given without asking again. */
  ttlMs: number;
  /** Values of other keys that are kept beside it. */
  max?: number;
};

/**
 * Keeps what `load` answers for a short time, by key, in this process: for what is the same for everybody. Who asks after
 * that gets the old value at once while a new one is loaded; who asks first waits, together with all who ask meanwhile.
 */
export function keep<Key extends string, Value extends object>(
  { ttlMs, max = 1 }: KeepOptions,
  load: (db: Db, key: Key) => Promise<Value>,
): (db: Db, key: Key) => Promise<Value> {
  const caches = new WeakMap<Db, LRUCache<Key, Value>>();
  const open = (db: Db): LRUCache<Key, Value> => {
    const known = caches.get(db);
    if (known) return known;
    const made = new LRUCache<Key, Value>({
      max,
      ttl: ttlMs,
      allowStale: true,
      noDeleteOnFetchRejection: true,
      perf: Date,
      fetchMethod: (key) => load(db, key),
    });
    caches.set(db, made);
    return made;
  };
  return (db, key) => open(db).forceFetch(key);
}
