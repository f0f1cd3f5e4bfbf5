import { SALES_MANIFEST_KEY } from "@/jobs/etl/sales-manifest";
import { LIVE_MODEL_KEY } from "@/jobs/model/artifact";
import { S3Storage } from "@/lib/server/storage/s3-storage";
import { addDays, type Day, toDay } from "@/lib/shared/day";
import { PipelineName } from "@/prisma/generated/enums";
import { applyMigrations } from "@/prisma/migrator";
import type { Engines } from "./engines";
import { LocalError } from "./local-error";
import type { LocalRun } from "./local-run";
import { listFinishedPipelines, runPipelineStep } from "./pipeline-step";
import { seedMessageSchema } from "./seed-message";
import type { Progress } from "./steps";

/** What the seed reports, in order; both take about as long. */
const SEED_PHASES = ["demo world", "pictures"];

const TITLES: Record<PipelineName, string> = {
  etl: "Sales forecast ETL",
  train: "Training",
  forecast: "Daily forecast",
};

type World = { engines: Engines; env: NodeJS.ProcessEnv };

async function migrate(url: string): Promise<void> {
  try {
    await applyMigrations(url);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new LocalError(`the migrations could not be applied: ${message.replace(/\s+/g, " ").trim()}`);
  }
}

/** Loads the demo world where it is not there; says up to which day it has sales, null where the shop is another's. */
async function seed(run: LocalRun, env: NodeJS.ProcessEnv, progress: Progress): Promise<Day | null> {
  const yesterday = addDays(toDay(new Date()), -1);
  const scale = env.KRATOS_DEMO_SCALE?.trim();
  let day: Day | null = null;
  await run.runToEnd({
    name: "seed",
    args: ["jobs/local/seed-demo.ts", yesterday, ...(scale ? [scale] : [])],
    env,
    onMessage: (value) => {
      const message = seedMessageSchema.parse(value);
      if (message.kind === "done") {
        day = message.day;
        return;
      }
      const phase = Math.max(0, SEED_PHASES.indexOf(message.step));
      progress((phase + message.fraction) / SEED_PHASES.length, message.step);
    },
  });
  return day;
}

/** The pipelines that have still to run: those without a good run, or whose files are not in the bucket. */
async function listDuePipelines({ engines }: World): Promise<PipelineName[]> {
  const storage = new S3Storage(engines.settings);
  const finished = await listFinishedPipelines(engines.settings.DATABASE_URL);
  const isDue = async (pipeline: PipelineName, key: string) =>
    !finished.includes(pipeline) || (await storage.find(key)) === null;
  const due: PipelineName[] = [];
  if (await isDue(PipelineName.etl, SALES_MANIFEST_KEY)) due.push(PipelineName.etl);
  if (await isDue(PipelineName.train, LIVE_MODEL_KEY)) due.push(PipelineName.train);
  if (due.includes(PipelineName.train) || !finished.includes(PipelineName.forecast)) due.push(PipelineName.forecast);
  return due;
}

/** The world that a start has found or made: whether it is the demo's, and what there is to say about it. */
export type PreparedWorld = { isDemo: boolean; note: string | null };

/**
 * Migrates the database, loads the demo world, and runs the pipelines over it; what an earlier start has done stays.
 * A database with a shop of its own is only migrated.
 */
export async function prepareWorld(run: LocalRun, world: World): Promise<PreparedWorld> {
  const { env, engines } = world;
  await run.steps.run("Migrations", () => migrate(engines.settings.DATABASE_URL));
  const day = await run.steps.run("Demo world", (progress) => seed(run, env, progress));
  if (day === null) {
    return { isDemo: false, note: "The database holds a shop of its own: the demo world is not loaded into it." };
  }
  for (const pipeline of await listDuePipelines(world)) {
    await run.steps.run(TITLES[pipeline], (progress) => runPipelineStep(run, { pipeline, day, env, progress }));
  }
  if (day >= addDays(toDay(new Date()), -1)) return { isDemo: true, note: null };
  const note = `The demo's sales end on ${day}; \`npm run demo -- --fresh\` makes a world whose sales end yesterday.`;
  return { isDemo: true, note };
}
