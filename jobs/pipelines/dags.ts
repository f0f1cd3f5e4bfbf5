import type { Pipeline } from "@/lib/shared/pipelines";

/** A task of a pipeline, as data. */
export type TaskSpec = {
  name: string;
  /** Tasks that must have ended before. */
  after: readonly string[];
  /** One task a shard of the games. */
  isMapped?: boolean;
  /** Done however the tasks before it ended: it clears up. */
  isAlways?: boolean;
  /** The run goes on without it where it fails. */
  isOptional?: boolean;
  /** Tasks that are to be done again with it, since what they left is cleared up at the end of a run. */
  needs?: readonly string[];
  /** Its counts are the run's. */
  isSummary?: boolean;
  /** Attempts before it is given up. */
  attempts: number;
  /** An attempt that takes longer is ended. */
  timeoutMinutes: number;
  /** Share of the run's work, relative to the others'. */
  weight: number;
};

const quick = { attempts: 5, timeoutMinutes: 5, weight: 1 } as const;
const long = { attempts: 5, timeoutMinutes: 30 } as const;

/**
 * The pipelines: their tasks in the order in which they are shown. Retries wait 1 to 2 s at first and twice as long
 * each time, a minute at most.
 */
export const PIPELINE_TASKS: Readonly<Record<Pipeline, readonly TaskSpec[]>> = {
  etl: [
    { name: "settle-orders", after: [], ...quick },
    { name: "extract", after: ["settle-orders"], ...long, weight: 6 },
    { name: "stage", after: ["extract"], ...quick },
    { name: "files", after: ["stage"], needs: ["stage"], isMapped: true, isSummary: true, ...long, weight: 20 },
    { name: "manifest", after: ["files"], isSummary: true, ...quick },
    { name: "refresh-games", after: ["extract"], ...quick },
    { name: "score", after: ["manifest"], ...long, weight: 3 },
    { name: "drop-staging", after: ["manifest"], isAlways: true, ...quick },
  ],
  train: [
    { name: "fit", after: [], ...long, timeoutMinutes: 120, weight: 30 },
    { name: "publish", after: ["fit"], needs: ["fit"], isSummary: true, ...quick },
    { name: "tidy", after: ["publish"], ...quick },
  ],
  forecast: [
    { name: "warm-start", after: [], isOptional: true, ...long, weight: 20 },
    { name: "publish", after: ["warm-start"], needs: ["warm-start"], isOptional: true, ...quick },
    { name: "forecast", after: ["publish"], isMapped: true, isSummary: true, ...long, weight: 10 },
    { name: "tidy", after: ["forecast"], ...quick },
  ],
};

/** A task of a pipeline by its name; throws where the pipeline has none such any more. */
export function findSpec(pipeline: Pipeline, name: string): TaskSpec {
  const spec = PIPELINE_TASKS[pipeline].find((task) => task.name === name);
  if (!spec) throw new Error(`${pipeline} has no task called ${name}`);
  return spec;
}

/** Games of a shard, where there are enough of them. */
const GAMES_PER_SHARD = 50;

/** More shards than workers and cores any store has add bookkeeping, not speed. */
const MAX_SHARDS = 40;

/** How many shards the mapped tasks of a run over so many games have. */
export function toShardCount(games: number): number {
  return Math.min(MAX_SHARDS, Math.max(1, Math.ceil(games / GAMES_PER_SHARD)));
}

/** Whether a game, by its UUID, is in a shard; the same everywhere and for ever. `shardSql` says it in SQL. */
export function isInShard(gameId: string, shard: { index: number; count: number }): boolean {
  return Number.parseInt(gameId.slice(0, 8), 16) % shard.count === shard.index;
}
