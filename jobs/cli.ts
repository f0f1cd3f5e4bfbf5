import "dotenv/config";
import { getDb } from "@/lib/server/db";
import { getEnv } from "@/lib/server/env";
import { createSayer } from "@/lib/server/i18n/translate";
import { log } from "@/lib/server/log";
import { getRunByPrefix } from "@/lib/server/pipelines/details";
import { toRunDay } from "@/lib/server/pipelines/rules";
import { setSchedule } from "@/lib/server/pipelines/schedules";
import { closeQueue, DEAD_QUEUE, getQueue } from "@/lib/server/queue/boss";
import { getStorage } from "@/lib/server/storage/s3-storage";
import { toDay } from "@/lib/shared/day";
import { DEFAULT_LOCALE } from "@/lib/shared/locale";
import { PIPELINE_NAMES } from "@/lib/shared/pipelines";
import type { PrismaClient } from "@/prisma/generated/client";
import { checkEngines } from "./command/check-engines";
import { type JobCommand, parseJobArgs, USAGE } from "./command/job-args";
import { listenForStop } from "./command/listen-for-stop";
import { printEnd, printRun, printRuns } from "./command/print-runs";
import { createProgressView } from "./command/show-progress";
import { joinRunningStore } from "./local/join-running-store";
import { toErrorText } from "./pipelines/error-text";
import { cancelRun, rerunTasks } from "./pipelines/operate";
import { runHere } from "./pipelines/run-here";
import { backfillPipeline, startPipeline } from "./pipelines/start";

const NOBODY = { requestedById: null };

type Start = Extract<JobCommand, { command: "start" }>;

async function start({ input, isDetached }: Start, db: PrismaClient): Promise<number> {
  const day = toRunDay(input.date, new Date());
  if (day === toDay(new Date())) console.error(`${day} is not over: what was sold so far is counted`);
  const asked = { ...input, ...NOBODY, trigger: "cli" } as const;
  if (isDetached) {
    const { id, state, isNew } = await startPipeline(asked, db);
    console.log(`${isNew ? "run" : "there is already run"} ${id} · ${state}`);
    return 0;
  }
  const signal = listenForStop();
  const storage = getStorage();
  await checkEngines(db, storage, getEnv());
  const view = createProgressView(process.stderr);
  const { run, isNew } = await runHere(asked, { db, storage, signal, onProgress: view.show }).finally(view.stop);
  if (!isNew && run.finishedAt && Date.parse(run.finishedAt) < Date.now() - process.uptime() * 1000) {
    console.log(
      `${PIPELINE_NAMES[run.pipeline]} for ${run.day} is done already (run ${run.id}); --force does it again`,
    );
    return 0;
  }
  return printEnd(run, db);
}

async function execute(command: JobCommand, db: PrismaClient): Promise<number> {
  switch (command.command) {
    case "help":
      console.log(USAGE);
      return 0;
    case "start":
      return start(command, db);
    case "backfill": {
      const runs = await backfillPipeline({ ...command.input, ...NOBODY }, db);
      console.log(`${runs.length} runs, from ${runs[0]?.day} to ${runs.at(-1)?.day}, wait for the workers`);
      return 0;
    }
    case "dead":
      await handleDead(command.isCleared);
      return 0;
    case "runs":
      await printRuns(command.pipeline, db);
      return 0;
    case "pause":
    case "resume":
      await setSchedule(command.pipeline, { isPaused: command.command === "pause", ...NOBODY }, db);
      console.log(`the schedule of ${command.pipeline} is ${command.command === "pause" ? "paused" : "on"}`);
      return 0;
    default:
      return operate(command, db);
  }
}

/** Prints the dead letters, and throws them away where that is asked for. */
async function handleDead(isCleared: boolean): Promise<void> {
  const boss = await getQueue();
  const jobs = await boss.findJobs<object>(DEAD_QUEUE, { queued: true });
  for (const { id, createdOn, data, sourceName } of jobs) {
    console.log(`${id}  ${createdOn.toISOString().slice(0, 16)}  ${sourceName ?? ""}  ${JSON.stringify(data)}`);
  }
  if (isCleared) await boss.deleteQueuedJobs(DEAD_QUEUE);
  console.log(`${jobs.length} dead letters${isCleared ? ", thrown away" : ""}`);
}

async function operate(
  command: Extract<JobCommand, { command: "show" | "cancel" | "retry" }>,
  db: PrismaClient,
): Promise<number> {
  const run = await getRunByPrefix(db, command.run);
  if (command.command === "cancel") {
    await cancelRun(run.id, NOBODY, db);
    console.log(`run ${run.id} is told to end`);
  } else if (command.command === "retry") {
    const from = command.from === undefined ? ("failed" as const) : { task: command.from };
    await rerunTasks(run.id, { from, ...NOBODY }, db);
    console.log(`run ${run.id} goes on, with the workers`);
  } else {
    await printRun(run, db);
  }
  return 0;
}

async function main(args: readonly string[]): Promise<number> {
  const command = parseJobArgs(args);
  joinRunningStore(process.env);
  // The outcome is printed for people; the log's lines would go through the bar.
  log.level = process.env.LOG_LEVEL ?? "silent";
  const db = getDb();
  try {
    return await execute(command, db);
  } finally {
    await closeQueue();
    await db.$disconnect();
  }
}

// Ends by itself rather than when the last handle of TensorFlow.js or of the bucket's client does.
main(process.argv.slice(2)).then(
  (code) => process.stdout.write("", () => process.exit(code)),
  async (error: unknown) => {
    const speak = await createSayer(DEFAULT_LOCALE);
    process.stderr.write(`${speak(toErrorText(error))}\n`, () => process.exit(1));
  },
);
