import pLimit from "p-limit";
import { inTransaction } from "@/lib/server/db";
import {
  countGames,
  type GameRow,
  listDoneGames,
  listGamesOf,
  recordGames,
  toObject,
} from "@/lib/server/pipelines/game-rows";
import type { LogLine } from "@/lib/server/pipelines/task-rows";
import type { Storage } from "@/lib/server/storage/storage";
import { toDay } from "@/lib/shared/day";
import type { PrismaClient } from "@/prisma/generated/client";
import { type ChunkResult, type MapOptions, type MapTotals, type TaskContext, TaskPaused, type Tx } from "./context";
import { toErrorText } from "./error-text";
import type { Claim } from "./settle";

/** Lines that an attempt's log holds; the first and the newest are kept. */
const MAX_LOG_LINES = 500;

/** What a task's work is given besides its rows. */
export type Workplace = {
  db: PrismaClient;
  storage: Storage;
  signal: AbortSignal;
  /** Whether the process wants its time back. */
  isOver: () => boolean;
  /** Throws where the task is another process's by now; the transaction must not commit then. */
  fence: (tx: Tx) => Promise<void>;
};

/** What an attempt tells of itself. */
export type Report = { progress: number; log: LogLine[]; isLogNew: boolean };

/** Games of a mapped task failed, and there is an attempt left for them. */
export class GamesFailed extends Error {
  override readonly name = "GamesFailed";
}

/** Writes a line into an attempt's log; of too many those in the middle go. */
export function addLine(report: Report, text: string): void {
  if (report.log.length >= MAX_LOG_LINES) report.log.splice(MAX_LOG_LINES / 2, 1);
  report.log.push({ at: new Date().toISOString(), text: text.slice(0, 2000) });
  report.isLogNew = true;
}

type Chunk<Game> = { games: readonly Game[]; work: (games: readonly Game[]) => Promise<ChunkResult> };

/** The work of a mapped task on its games. */
class GameMap {
  /** Games that failed in this attempt, and may do better in another. */
  private passing = 0;

  constructor(
    private readonly claim: Claim,
    private readonly place: Workplace,
    private readonly report: Report,
  ) {}

  private get of() {
    const { task, attempt } = this.claim;
    return { taskId: task.id, runId: task.runId, attempt };
  }

  private async record(rows: readonly GameRow[], commit: ChunkResult["commit"]): Promise<void> {
    await inTransaction(this.place.db, async (tx) => {
      await commit?.(tx);
      await recordGames(this.of, rows, tx);
      await this.place.fence(tx);
    });
  }

  private async tryChunk<Game extends { gameId: string }>({ games, work }: Chunk<Game>): Promise<void> {
    const startedAt = new Date();
    const { outcomes, commit } = await work(games);
    const finishedAt = new Date();
    const rows = outcomes.map(({ gameId, state, counts, output = {}, error = null }) => ({
      ...{ gameId, state, counts, output, error },
      ...{ startedAt, finishedAt },
    }));
    await this.record(rows, commit);
    this.passing += outcomes.filter(({ state, isFinal }) => state === "failed" && !isFinal).length;
  }

  private async fail(gameId: string, cause: unknown, startedAt: Date): Promise<void> {
    const error = toErrorText(cause);
    addLine(this.report, `game ${gameId}: ${error}`);
    const row = { gameId, state: "failed", counts: {}, output: {}, error, startedAt, finishedAt: new Date() } as const;
    await this.record([row], undefined);
    this.passing += 1;
  }

  /** Does a chunk; where it throws, each of its games alone, so that only those to blame fail. */
  private async doChunk<Game extends { gameId: string }>(chunk: Chunk<Game>): Promise<void> {
    const startedAt = new Date();
    const [only] = chunk.games;
    if (!only) return;
    try {
      await this.tryChunk(chunk);
    } catch (cause) {
      this.place.signal.throwIfAborted();
      if (cause instanceof TaskPaused) throw cause;
      if (chunk.games.length === 1) return this.fail(only.gameId, cause, startedAt);
      addLine(this.report, `${chunk.games.length} games are tried one by one: ${toErrorText(cause)}`);
      for (const game of chunk.games) await this.doChunk({ ...chunk, games: [game] });
    }
  }

  private async total(isLastAttempt: boolean): Promise<MapTotals> {
    const { succeeded, skipped, failed } = await countGames(this.of.taskId, this.place.db);
    if (this.passing > 0 && !isLastAttempt)
      throw new GamesFailed(`${failed} ${failed === 1 ? "game" : "games"} failed`);
    return { done: succeeded, skipped, failed };
  }

  async run<Game extends { gameId: string }>(
    games: readonly Game[],
    { chunk, parallel }: MapOptions,
    context: Pick<TaskContext, "pause" | "isLastAttempt"> & { work: Chunk<Game>["work"] },
  ): Promise<MapTotals> {
    const finished = await listDoneGames(this.of.taskId, this.place.db);
    const open = games.filter(({ gameId }) => !finished.has(gameId));
    let done = games.length - open.length;
    addLine(this.report, `${open.length} games to do${done > 0 ? `, ${done} done before` : ""}`);
    const chunks = Array.from({ length: Math.ceil(open.length / chunk) }, (_, i) =>
      open.slice(i * chunk, (i + 1) * chunk),
    );
    const limit = pLimit(parallel);
    let end: { cause: unknown } | undefined;
    const doUnlessEnded = async (some: readonly Game[]) => {
      // Where one chunk ends the work, those that have not begun do not begin; those under way are waited for.
      if (end) return;
      try {
        context.pause();
        await this.doChunk({ games: some, work: context.work });
        done += some.length;
        this.report.progress = done / Math.max(1, games.length);
      } catch (cause) {
        end ??= { cause };
      }
    };
    await limit.map(chunks, doUnlessEnded);
    if (end) throw end.cause;
    return this.total(context.isLastAttempt);
  }
}

/** Makes what a task's work is given. */
export function createTaskContext(claim: Claim, place: Workplace, report: Report): TaskContext {
  const { task, attempt } = claim;
  const { run } = task;
  const isLastAttempt = task.failures + 1 >= task.maxAttempts;
  const pause = () => {
    place.signal.throwIfAborted();
    if (place.isOver()) throw new TaskPaused("it is left for later");
  };
  const map = new GameMap(claim, place, report);
  return {
    db: place.db,
    storage: place.storage,
    runId: run.id,
    day: toDay(run.day),
    gameSlugs: run.gameSlugs.length > 0 ? run.gameSlugs : null,
    isForced: run.isForced,
    now: run.createdAt,
    shard: { index: task.shard, count: task.isMapped ? run.shards : 1 },
    attempt,
    isLastAttempt,
    signal: place.signal,
    pause,
    report: (done) => {
      report.progress = Math.min(1, Math.max(0, done));
    },
    log: (line) => addLine(report, line),
    outputsOf: async (name) => {
      const rows = await place.db.pipelineTask.findMany({
        where: { runId: run.id, name, state: "succeeded" },
        orderBy: { shard: "asc" },
        select: { output: true },
      });
      return rows.map(({ output }) => toObject(output));
    },
    gamesOf: (name) => listGamesOf(run.id, name, place.db),
    mapGames: (games, options, work) => map.run(games, options, { pause, isLastAttempt, work }),
  };
}
