import type { Storage } from "@/lib/server/storage/storage";
import type { Day } from "@/lib/shared/day";
import type { Counts } from "@/lib/shared/pipelines";
import type { Prisma, PrismaClient } from "@/prisma/generated/client";

/** The transaction in which a task's effects and its "done" commit together. */
export type Tx = Prisma.TransactionClient;

/** What later tasks of the run, or the command that waits for it, are told by a task. */
export type Output = Prisma.InputJsonObject;

/** What came of the work on one game. */
export type GameOutcome = {
  gameId: string;
  state: "succeeded" | "skipped" | "failed";
  counts: Counts;
  /** What a later task of the run needs of it, such as a file's hash. */
  output?: Output;
  error?: string | null;
  /** Of a failed game: another attempt would find the same. */
  isFinal?: boolean;
};

/** What came of a chunk of games; `commit` writes its effects in the transaction that records it. */
export type ChunkResult = { outcomes: readonly GameOutcome[]; commit?: (tx: Tx) => Promise<void> };

/** How games are gone through: `chunk` at a time in one transaction, `parallel` chunks at once. */
export type MapOptions = { chunk: number; parallel: number };

/** Games of a mapped task by how they ended, over all its attempts. */
export type MapTotals = { done: number; skipped: number; failed: number };

/** What a task is given by the run around it; all that it does is recorded through here. */
export type TaskContext = {
  db: PrismaClient;
  storage: Storage;
  runId: string;
  /** Last day of data. */
  day: Day;
  /** Works on these games only; null for all of them. */
  gameSlugs: readonly string[] | null;
  /** Asked to do again what is done already, from the ground up. */
  isForced: boolean;
  /** When the run was asked for: the same in each attempt. Pipelines have no clock of their own. */
  now: Date;
  /** The part of the games that is this task's: see `isInShard`. */
  shard: { index: number; count: number };
  /** 1 in the first attempt. */
  attempt: number;
  isLastAttempt: boolean;
  /** Aborted when the work must end at once: the run was cancelled, took too long, or was taken from this process. */
  signal: AbortSignal;
  /**
   * Throws where the work should end here: the signal is aborted, or the process wants its time back (a slice is over,
   * a worker is told to stop). To be called where nothing is lost by going on later, in another process.
   */
  pause(): void;
  /** Tells how far the task is, 0 to 1. */
  report(done: number): void;
  /** Writes a line into the log of this attempt, which the operators see. */
  log(line: string): void;
  /** Outputs of the run's finished tasks of a name, by shard. */
  outputsOf(task: string): Promise<Output[]>;
  /** Counts and outputs of the games that a mapped task has finished, over all shards. */
  gamesOf(task: string): Promise<GameOutcome[]>;
  /**
   * Goes through games and records what came of each, so that another attempt goes on where this one ended: a game that
   * is done is not done again. Where a chunk throws, its games are tried alone, and only those to blame fail. Throws at
   * the end where games failed and there is an attempt left for them; in the last attempt they are set aside.
   */
  mapGames<Game extends { gameId: string }>(
    games: readonly Game[],
    options: MapOptions,
    work: (chunk: readonly Game[]) => Promise<ChunkResult>,
  ): Promise<MapTotals>;
};

/** What a finished task leaves. */
export type TaskResult = {
  counts: Counts;
  output?: Output;
  /** Its effects in the database: they commit together with the task's end. May add counts. */
  commit?: (tx: Tx) => Promise<Counts | undefined>;
};

/** The work of one task; run twice, it leaves what it leaves when run once. */
export type TaskHandler = (context: TaskContext) => Promise<TaskResult>;

/** The work of a pipeline's tasks, by name. */
export type TaskHandlers = Readonly<Record<string, TaskHandler>>;

/** Says that the work was left where it can go on later; no failure. */
export class TaskPaused extends Error {
  override readonly name = "TaskPaused";
}
