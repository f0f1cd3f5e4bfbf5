import { log } from "@/lib/server/log";
import { beatRun } from "@/lib/server/pipelines/commands";
import { addGameTasks, finishTask, type GameTask, startTask } from "@/lib/server/pipelines/tasks";
import type { Counts } from "@/lib/shared/pipelines";
import type { PrismaClient } from "@/prisma/generated/client";
import type { Progress } from "./context";
import { toErrorText } from "./error-text";

const HEARTBEAT_MS = 10_000;

/** Progress is written at most so often; a heartbeat brings what was left out. */
const REPORT_MS = 500;

/** Game tasks are written in batches of this size. */
const BATCH = 100;

/** Writes down a run while it goes: its progress, its heartbeat and its tasks. */
export class RunRecorder {
  readonly #lost = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #progress: Progress = { done: 0, step: "starting" };
  #games: GameTask[] = [];
  #reportedAt = 0;
  #beat: Promise<void> = Promise.resolve();

  constructor(
    private readonly runId: string,
    private readonly db: PrismaClient,
    private readonly onProgress?: (progress: Progress) => void,
  ) {
    this.#timer = setInterval(() => this.#write(), HEARTBEAT_MS);
  }

  /** Aborted when the run was taken from this process: another one holds it for dead. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  #write(): void {
    this.#reportedAt = performance.now();
    const { done, step } = this.#progress;
    const progress = Math.min(1, Math.max(0, done));
    this.#beat = this.#beat
      .then(() => beatRun(this.runId, { step, progress }, this.db))
      .then((isOurs) => {
        if (!isOurs) this.#lost.abort(new Error("the run was taken over by another process"));
      })
      // A missed beat is no reason to end the run: the next one may come through.
      .catch((error: unknown) => log.warn({ err: error, runId: this.runId }, "pipeline.beat_missed"));
  }

  report(progress: Progress): void {
    const isNewStep = progress.step !== this.#progress.step;
    this.#progress = progress;
    this.onProgress?.(progress);
    if (isNewStep || performance.now() - this.#reportedAt >= REPORT_MS) this.#write();
  }

  async phase<Result extends { counts: Counts }>(name: string, run: () => Promise<Result>): Promise<Result> {
    const id = await startTask(this.runId, name, this.db);
    try {
      const result = await run();
      await this.#flushGames();
      await finishTask(id, { state: "succeeded", counts: result.counts, error: null }, this.db);
      return result;
    } catch (error) {
      await this.#flushGames();
      await finishTask(id, { state: "failed", counts: {}, error: toErrorText(error) }, this.db);
      throw error;
    }
  }

  async game(task: GameTask): Promise<void> {
    this.#games.push(task);
    if (this.#games.length >= BATCH) await this.#flushGames();
  }

  async #flushGames(): Promise<void> {
    const games = this.#games;
    this.#games = [];
    if (games.length > 0) await addGameTasks(this.runId, games, this.db);
  }

  /** Writes what is still held back; nothing is written for the run after it. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beat;
    await this.#flushGames();
  }
}
