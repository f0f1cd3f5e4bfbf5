import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import pLimit from "p-limit";
import type { Keeper } from "@/jobs/model/keeper";
import type { Storage } from "@/lib/server/storage/storage";

/** Trainings from the first step on, and those that go on from the live model: one of each runs at a time. */
export type TrainingMode = "scratch" | "warm";

const PREFIX = "kratos/training";
const HASH_BYTES = 32;
const PARALLEL_DELETES = 16;

/** How long a running fit may go on without being kept: so much is lost where its process is killed. */
const KEEP_EVERY_MS = 10_000;

const toFolder = (mode: TrainingMode, key: string) => `${PREFIX}/${mode}/${key}`;
const hash = (body: Uint8Array) => createHash("sha256").update(body).digest();

/** A value behind the hash of its bytes, so that what was half written is never taken for whole. */
function encode(value: unknown): Uint8Array {
  const body = serialize(value);
  return Buffer.concat([hash(body), body]);
}

function decode(bytes: Uint8Array): unknown {
  const body = bytes.subarray(HASH_BYTES);
  if (!hash(body).equals(bytes.subarray(0, HASH_BYTES))) throw new Error("it does not match its hash");
  return deserialize(body);
}

/** What checkpoints need of the task around them. */
export type CheckpointHooks = {
  /** Throws where the process wants its time back. */
  pause: () => void;
  log: (line: string) => void;
};

/**
 * The parts of one training as objects of the bucket: `training/<mode>/<key>/<part>/<count>`. The key stands for all
 * that the result hangs on, so whoever does the same training finds them, and nobody else. An object is written under a
 * new name before the one that it replaces is deleted.
 */
export class Checkpoints implements Keeper {
  readonly #counts = new Map<string, number[]>();
  readonly #keptAt = new Map<string, number>();
  #isPausing = false;

  private constructor(
    private readonly storage: Storage,
    private readonly folder: string,
    private readonly hooks: CheckpointHooks,
  ) {}

  /** Looks for what is kept of a training already. */
  static async open(
    storage: Storage,
    { mode, key }: { mode: TrainingMode; key: string },
    hooks: CheckpointHooks,
  ): Promise<Checkpoints> {
    const checkpoints = new Checkpoints(storage, toFolder(mode, key), hooks);
    await checkpoints.#look();
    return checkpoints;
  }

  get isPausing(): boolean {
    return this.#isPausing;
  }

  /** How many parts there are. */
  get parts(): number {
    return this.#counts.size;
  }

  async #look(): Promise<void> {
    for (const key of await this.storage.list(`${this.folder}/`)) {
      const name = key.slice(this.folder.length + 1);
      const part = name.slice(0, name.lastIndexOf("/"));
      this.#counts.set(part, [...(this.#counts.get(part) ?? []), Number(name.slice(part.length + 1))]);
    }
  }

  #toKey(part: string, count: number): string {
    return `${this.folder}/${part}/${String(count).padStart(6, "0")}`;
  }

  async find(part: string): Promise<unknown> {
    for (const count of (this.#counts.get(part) ?? []).toSorted((a, b) => b - a)) {
      const bytes = await this.storage.find(this.#toKey(part, count));
      if (!bytes) continue;
      try {
        return decode(bytes);
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        this.hooks.log(`the checkpoint ${this.#toKey(part, count)} is passed over: ${reason}`);
      }
    }
    return undefined;
  }

  async keep(part: string, value: unknown): Promise<void> {
    const old = this.#counts.get(part) ?? [];
    const count = Math.max(0, ...old) + 1;
    await this.storage.put(this.#toKey(part, count), encode(value), "application/octet-stream");
    this.#counts.set(part, [count]);
    this.#keptAt.set(part, performance.now());
    for (const each of old) await this.storage.delete(this.#toKey(part, each));
  }

  /** A bucket that is away for a while costs the time since the last checkpoint at most, and no training. */
  async #keepIfPossible(part: string, value: unknown): Promise<void> {
    try {
      await this.keep(part, value);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      this.hooks.log(`${part} could not be kept and goes on: ${reason}`);
      this.#keptAt.set(part, performance.now());
    }
  }

  pause(): void {
    try {
      this.hooks.pause();
    } catch (cause) {
      this.#isPausing = true;
      throw cause;
    }
  }

  async rest(part: string, takeState: () => unknown): Promise<void> {
    const keptAt = this.#keptAt.get(part);
    if (keptAt === undefined) this.#keptAt.set(part, performance.now());
    else if (performance.now() - keptAt >= KEEP_EVERY_MS) await this.#keepIfPossible(part, await takeState());
    try {
      this.pause();
    } catch (cause) {
      await this.keep(part, await takeState());
      throw cause;
    }
  }
}

/** Deletes what is kept of all trainings of a mode: the published one's, and leftovers of those that were given up. */
export async function dropCheckpoints(storage: Storage, mode: TrainingMode): Promise<number> {
  const keys = await storage.list(`${PREFIX}/${mode}/`);
  await pLimit(PARALLEL_DELETES).map(keys, (key) => storage.delete(key));
  return keys.length;
}
