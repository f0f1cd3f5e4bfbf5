import { z } from "zod";
import { createForecastTasks } from "@/jobs/forecast/tasks";
import { scoreForecasts } from "@/jobs/ledger/score";
import { DEFAULT_PLAN } from "@/jobs/model/train-model";
import { runHere } from "@/jobs/pipelines/run-here";
import { startPipeline } from "@/jobs/pipelines/start";
import { TASK_HANDLERS } from "@/jobs/registry";
import { createTrainTasks } from "@/jobs/train/tasks";
import { createDb } from "@/lib/server/db";
import { getEnv } from "@/lib/server/env";
import { getRun } from "@/lib/server/pipelines/queries";
import { openQueue } from "@/lib/server/queue/boss";
import { S3Storage } from "@/lib/server/storage/s3-storage";
import { countsSchema, isActive, type Pipeline } from "@/lib/shared/pipelines";
import type { PrismaClient } from "@/prisma/generated/client";
import { type Night, WORK } from "./night";

const LOOK_MS = 250;

/** So few steps that they are soon made: the night goes on from a whole model, however poor. */
const FEW = { plan: { ...DEFAULT_PLAN, fit: { ...DEFAULT_PLAN.fit, steps: 40 }, warmSteps: 20 } };

/** Nights of which the ledger knows, as after a season: each day of the night is named by so many forecasts of a game. */
const NIGHTS = 60;

const argsSchema = z.tuple([z.enum(WORK), z.iso.date()]);
const handlersOf = async (pipeline: Pipeline) => {
  if (pipeline === "train") return createTrainTasks(FEW);
  return pipeline === "forecast" ? createForecastTasks(FEW) : TASK_HANDLERS.etl();
};
const toStart = (pipeline: Pipeline, date: string) =>
  ({ pipeline, date, requestedById: null, trigger: "cli", ifBusy: "wait" }) as const;

/** The store as it is on the evening before: sales files, a live model, forecasts, and a ledger with its scores. */
async function prepare(db: PrismaClient, day: string): Promise<void> {
  const storage = new S3Storage(getEnv());
  for (const pipeline of ["etl", "train", "forecast"] as const) {
    const startedAt = performance.now();
    const { run } = await runHere(toStart(pipeline, day), { db, storage, handlers: handlersOf });
    if (run.state !== "succeeded") throw new Error(`${pipeline} ended ${run.state}: ${run.error}`);
    console.log(`  ${pipeline} of the day before: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  await db.$executeRaw`
    INSERT INTO issued_forecasts (model_version_id, game_id, issued_through, kind, source, first_day, predicted, lower,
      lower_quartile, median, upper_quartile, upper, cumulative_lower, cumulative_upper, seasonal_naive)
    SELECT model_version_id, game_id, issued_through - ago, kind, source, first_day - ago, predicted, lower,
      lower_quartile, median, upper_quartile, upper, cumulative_lower, cumulative_upper, seasonal_naive
    FROM issued_forecasts, generate_series(1, ${NIGHTS - 1}::int) AS ago WHERE kind = 'issued'`;
  await db.$executeRaw`ANALYZE issued_forecasts`;
  const { scores } = await scoreForecasts(db, day);
  console.log(`  a ledger of ${NIGHTS} nights, ${scores} scores`);
}

async function listTasks(db: PrismaClient, ids: readonly string[], startedAt: Date): Promise<Night["tasks"]> {
  const rows = await db.pipelineTask.findMany({
    where: { runId: { in: [...ids] } },
    include: { run: { select: { pipeline: true } } },
    orderBy: [{ position: "asc" }, { shard: "asc" }],
  });
  const after = (date: Date | null) => ((date?.getTime() ?? Number.NaN) - startedAt.getTime()) / 1000;
  const byTask = Map.groupBy(rows, ({ runId, name }) => `${ids.indexOf(runId)} ${name}`);
  return [...byTask.values()]
    .flatMap((shards) => {
      const [first] = shards;
      if (!first) return [];
      const counts = shards.length === 1 ? countsSchema.parse(first.counts) : {};
      const from = Math.min(...shards.map((shard) => after(shard.startedAt)));
      const to = Math.max(...shards.map((shard) => after(shard.finishedAt)));
      return [{ pipeline: first.run.pipeline, name: first.name, shards: shards.length, from, to, counts }];
    })
    .sort((a, b) => a.from - b.from);
}

/** Asks for the night's two runs as the schedule does, and waits until the workers have done them. */
async function waitForNight(db: PrismaClient, day: string): Promise<Night> {
  await openQueue("command");
  const startedAt = new Date();
  const ids: string[] = [];
  for (const pipeline of ["etl", "forecast"] as const) ids.push((await startPipeline(toStart(pipeline, day), db)).id);
  for (const id of ids) {
    let run = await getRun(db, id);
    while (isActive(run.state)) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      run = await getRun(db, id);
    }
    if (run.state !== "succeeded") throw new Error(`${run.pipeline} ended ${run.state}: ${run.error}`);
  }
  return { seconds: (Date.now() - startedAt.getTime()) / 1000, tasks: await listTasks(db, ids, startedAt) };
}

async function work(): Promise<Night> {
  const [what, day] = argsSchema.parse(process.argv.slice(2));
  const db = createDb(getEnv().DATABASE_URL);
  if (what === "night") return waitForNight(db, day);
  await prepare(db, day);
  return { seconds: 0, tasks: [] };
}

work().then(
  (night) => process.send?.(night, () => process.exit(0)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
