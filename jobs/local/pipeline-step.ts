import { createDb } from "@/lib/server/db";
import type { Day } from "@/lib/shared/day";
import { type PipelineName, RunState } from "@/prisma/generated/enums";
import type { LocalRun } from "./local-run";
import type { Progress } from "./steps";

const POLL_MS = 500;
const FINISHED = [RunState.succeeded, RunState.succeeded_with_failures];

/** The pipelines that have a good run over all games, in this database. */
export async function listFinishedPipelines(databaseUrl: string): Promise<PipelineName[]> {
  const db = createDb(databaseUrl, { maxConnections: 1 });
  try {
    const runs = await db.pipelineRun.findMany({
      where: { state: { in: FINISHED }, gameSlugs: { isEmpty: true } },
      distinct: ["pipeline"],
      select: { pipeline: true },
    });
    return runs.map((run) => run.pipeline);
  } finally {
    await db.$disconnect();
  }
}

/** Shows what a pipeline's newest run says of itself, until `isDone`. */
async function followRun(url: string, pipeline: PipelineName, progress: Progress, isDone: () => boolean) {
  const db = createDb(url, { maxConnections: 1 });
  const since = new Date(Date.now() - 1_000);
  try {
    while (!isDone()) {
      const run = await db.pipelineRun.findFirst({
        where: { pipeline, createdAt: { gte: since } },
        orderBy: { createdAt: "desc" },
        select: { progress: true, step: true },
      });
      if (run) progress(run.progress, run.step);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } finally {
    await db.$disconnect();
  }
}

/** Runs a pipeline for a day in a process of its own, as `npm run job` does. */
export async function runPipelineStep(
  run: LocalRun,
  options: { pipeline: PipelineName; day: Day; env: NodeJS.ProcessEnv; progress: Progress },
): Promise<void> {
  const { pipeline, day, env, progress } = options;
  let isDone = false;
  const following = followRun(env.DATABASE_URL ?? "", pipeline, progress, () => isDone);
  try {
    await run.runToEnd({ name: pipeline, args: ["jobs/cli.ts", pipeline, "--date", day], env });
  } finally {
    isDone = true;
    await following.catch(() => undefined);
  }
}
