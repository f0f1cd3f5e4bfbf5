import { type Day, toDate } from "@/lib/shared/day";
import type { Pipeline } from "@/lib/shared/pipelines";
import type { Prisma, PrismaClient } from "@/prisma/generated/client";
import type { AttemptState, GameWorkState, RunState, TaskState } from "@/prisma/generated/enums";

const START = Date.UTC(2026, 3, 1, 2);

/** A moment of the night on which the tests' runs work, by its seconds. */
export function atSecond(second: number): Date {
  return new Date(START + second * 1000);
}

/** A run in a state, asked for at a second of the night. */
export async function createTestRun(
  db: PrismaClient,
  { pipeline = "etl", day = "2026-03-31", state = "succeeded", second = 0 }: Partial<TestRun> = {},
): Promise<string> {
  const isOpen = state === "queued" || state === "running";
  const at = atSecond(second);
  const { id } = await db.pipelineRun.create({
    data: {
      pipeline,
      day: toDate(day),
      trigger: "cron",
      state,
      createdAt: at,
      changedAt: at,
      startedAt: state === "queued" ? null : at,
      heartbeatAt: new Date(),
      finishedAt: isOpen ? null : atSecond(second + 60),
    },
    select: { id: true },
  });
  return id;
}

type TestRun = { pipeline: Pipeline; day: Day; state: RunState; second: number };

type TestTask = {
  name: string;
  position: number;
  shard?: number;
  isMapped?: boolean;
  after?: string[];
  state?: TaskState;
  /** How its attempts ended, one a second. */
  attempts?: AttemptState[];
};

/** A task of a run with its attempts; each wrote a line down. */
export async function createTestTask(db: PrismaClient, runId: string, task: TestTask): Promise<bigint> {
  const { attempts = ["succeeded"], state = "succeeded", ...rest } = task;
  const isOpen = state === "pending" || state === "running" || state === "retrying";
  const { id } = await db.pipelineTask.create({
    data: {
      ...rest,
      runId,
      state,
      maxAttempts: 5,
      attempt: attempts.length,
      failures: attempts.filter((ended) => ended === "failed" || ended === "lost").length,
      progress: state === "succeeded" ? 1 : 0.5,
      startedAt: atSecond(1),
      finishedAt: isOpen ? null : atSecond(1 + attempts.length),
    },
    select: { id: true },
  });
  await db.pipelineAttempt.createMany({
    data: attempts.map((ended, index) => ({
      taskId: id,
      number: index + 1,
      state: ended,
      worker: `host:${index}`,
      error: ended === "failed" ? "no luck" : null,
      log: [{ at: atSecond(index).toISOString(), text: `line of attempt ${index + 1}` }],
      startedAt: atSecond(1 + index),
      finishedAt: ended === "running" ? null : atSecond(2 + index),
    })),
  });
  return id;
}

type TestGame = { gameId: string; state: GameWorkState; error?: string };

/** What came of games in a mapped task. */
export async function createTestGames(
  db: PrismaClient,
  of: { runId: string; taskId: bigint },
  games: readonly TestGame[],
): Promise<void> {
  const rows = games.map(
    (game): Prisma.PipelineGameCreateManyInput => ({
      ...of,
      ...game,
      attempt: 1,
      counts: { rows: 3 },
      startedAt: atSecond(2),
      finishedAt: atSecond(3),
    }),
  );
  await db.pipelineGame.createMany({ data: rows });
}
