import { randomUUID } from "node:crypto";
import type { Storage } from "@/lib/server/storage/storage";
import type { Day } from "@/lib/shared/day";
import type { Counts } from "@/lib/shared/pipelines";
import type { PrismaClient } from "@/prisma/generated/client";
import type { ChunkResult, GameOutcome, Output, TaskContext, TaskHandlers, TaskResult } from "./context";
import { type TaskSpec, toShardCount } from "./dags";
import { toErrorText } from "./error-text";

/** Where and over what tasks run in a test or a benchmark, in this process and without the queue. */
export type TaskSurroundings = {
  db: PrismaClient;
  storage: Storage;
  day: Day;
  gameSlugs?: readonly string[] | null;
  isForced?: boolean;
  now?: Date;
  runId?: string;
  attempt?: number;
};

/** How a task, of one shard, ended. */
export type TaskEnd = {
  name: string;
  shard: number;
  state: "succeeded" | "failed" | "skipped";
  counts: Counts;
  error: string | null;
  seconds: number;
};

/** How the tasks of a run ended. */
export type TasksRun = {
  state: "succeeded" | "succeeded_with_failures" | "failed";
  /** Counts of the summary tasks; those of shards are added up. */
  counts: Record<string, number>;
  error: string | null;
  tasks: TaskEnd[];
  games: GameOutcome[];
};

const TRANSACTION = { maxWait: 10_000, timeout: 30 * 60_000 } as const;

class TestRun {
  readonly tasks: TaskEnd[] = [];
  readonly #outputs = new Map<string, Output[]>();
  readonly #games = new Map<string, GameOutcome[]>();

  constructor(private readonly around: TaskSurroundings) {}

  get games(): GameOutcome[] {
    return [...this.#games.values()].flat();
  }

  #toContext(spec: TaskSpec, shard: TaskContext["shard"]): TaskContext {
    const { gameSlugs = null, isForced = false, now = new Date(), runId = "test", attempt = 1 } = this.around;
    return {
      ...this.around,
      ...{ gameSlugs, isForced, now, runId, attempt, shard },
      isLastAttempt: true,
      signal: new AbortController().signal,
      pause: () => undefined,
      report: () => undefined,
      log: () => undefined,
      outputsOf: async (task) => this.#outputs.get(task) ?? [],
      gamesOf: async (task) => this.#games.get(task) ?? [],
      mapGames: (games, options, work) => this.#map(spec.name, { games, ...options, work }),
    };
  }

  async #map<Game extends { gameId: string }>(
    task: string,
    mapped: {
      games: readonly Game[];
      chunk: number;
      parallel: number;
      work: (chunk: readonly Game[]) => Promise<ChunkResult>;
    },
  ) {
    const { games, chunk, parallel, work } = mapped;
    const chunks: (readonly Game[])[] = [];
    for (let from = 0; from < games.length; from += chunk) chunks.push(games.slice(from, from + chunk));
    const outcomes: GameOutcome[] = [];
    const tryChunk = async (some: readonly Game[]): Promise<void> => {
      try {
        const result = await work(some);
        await this.around.db.$transaction(async (tx) => result.commit?.(tx), TRANSACTION);
        outcomes.push(...result.outcomes);
      } catch (error) {
        const [only] = some;
        if (some.length > 1) for (const game of some) await tryChunk([game]);
        else if (only) outcomes.push({ gameId: only.gameId, state: "failed", counts: {}, error: toErrorText(error) });
      }
    };
    const goOn = async () => {
      for (let next = chunks.shift(); next; next = chunks.shift()) await tryChunk(next);
    };
    await Promise.all(Array.from({ length: parallel }, goOn));
    this.#games.set(task, [...(this.#games.get(task) ?? []), ...outcomes]);
    const countOf = (state: GameOutcome["state"]) => outcomes.filter((outcome) => outcome.state === state).length;
    return { done: countOf("succeeded"), skipped: countOf("skipped"), failed: countOf("failed") };
  }

  async run(spec: TaskSpec, handlers: TaskHandlers, shard: TaskContext["shard"]): Promise<void> {
    const handler = handlers[spec.name];
    if (!handler) throw new Error(`no handler of ${spec.name}`);
    const end = { name: spec.name, shard: shard.index, error: null };
    const startedAt = performance.now();
    const seconds = () => (performance.now() - startedAt) / 1000;
    try {
      const result: TaskResult = await handler(this.#toContext(spec, shard));
      const more = await this.around.db.$transaction(async (tx) => result.commit?.(tx), TRANSACTION);
      if (result.output) this.#outputs.set(spec.name, [...(this.#outputs.get(spec.name) ?? []), result.output]);
      this.tasks.push({ ...end, state: "succeeded", counts: { ...result.counts, ...more }, seconds: seconds() });
    } catch (error) {
      this.tasks.push({ ...end, state: "failed", counts: {}, error: toErrorText(error), seconds: seconds() });
    }
  }

  isReady({ after, isAlways }: TaskSpec): boolean {
    const bad = this.tasks.filter(({ state }) => state !== "succeeded").map(({ name }) => name);
    return isAlways === true || !after.some((name) => bad.includes(name));
  }
}

function sumCounts(tasks: readonly TaskEnd[], specs: readonly TaskSpec[]): Record<string, number> {
  const summaries = specs.filter(({ isSummary }) => isSummary).map(({ name }) => name);
  const counts: Record<string, number> = {};
  for (const task of tasks.filter(({ name }) => summaries.includes(name))) {
    for (const [name, count] of Object.entries(task.counts)) counts[name] = (counts[name] ?? 0) + Number(count);
  }
  return counts;
}

/**
 * Runs a pipeline's tasks one after the other in this process, each once, with their effects but without a queue: for
 * tests of what the tasks do, not of the engine. Mapped tasks are cut into shards as the engine does.
 */
export async function runTasks(
  specs: readonly TaskSpec[],
  handlers: TaskHandlers,
  around: TaskSurroundings,
): Promise<TasksRun> {
  const run = new TestRun({ runId: randomUUID(), ...around });
  const shards = toShardCount(around.gameSlugs?.length ?? (await around.db.game.count()));
  for (const spec of specs) {
    const count = spec.isMapped ? shards : 1;
    for (let index = 0; index < count; index += 1) {
      if (run.isReady(spec)) await run.run(spec, handlers, { index, count });
      else run.tasks.push({ name: spec.name, shard: index, state: "skipped", counts: {}, error: null, seconds: 0 });
    }
  }
  const error = run.tasks.find((task) => task.error !== null)?.error ?? null;
  const hasFailures = run.games.some(({ state }) => state === "failed");
  const state = error !== null ? "failed" : hasFailures ? "succeeded_with_failures" : "succeeded";
  return { state, error, counts: sumCounts(run.tasks, specs), tasks: run.tasks, games: run.games };
}
