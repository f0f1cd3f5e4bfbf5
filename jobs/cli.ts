import "dotenv/config";
import { getDb } from "@/lib/server/db";
import { getEnv } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { listTasks } from "@/lib/server/pipelines/queries";
import { toRunDay } from "@/lib/server/pipelines/rules";
import { getStorage } from "@/lib/server/storage/s3-storage";
import { toDay } from "@/lib/shared/day";
import { isGood, type PipelineRun, type StartRunInput } from "@/lib/shared/pipelines";
import type { PrismaClient } from "@/prisma/generated/client";
import { joinRunningStore } from "./local/join-running-store";
import { checkEngines } from "./pipelines/check-engines";
import { parseJobArgs, USAGE } from "./pipelines/cli-args";
import { toErrorText } from "./pipelines/error-text";
import { executeNew, type FinishedRun } from "./pipelines/execute";
import { INTERRUPTED, listenForStop } from "./pipelines/listen-for-stop";
import { createProgressView } from "./pipelines/show-progress";

const MAX_PRINTED_FAILURES = 10;

async function execute(input: StartRunInput, db: PrismaClient): Promise<FinishedRun> {
  const env = getEnv();
  const storage = getStorage();
  const { pipeline } = input;
  const day = toRunDay(input.date, new Date());
  if (day === toDay(new Date())) console.error(`${day} is not over: what was sold so far is counted`);
  const signal = listenForStop();
  await checkEngines(db, storage, env);
  const view = createProgressView(process.stderr);
  try {
    return await executeNew(
      { pipeline, day, gameSlug: input.gameSlug ?? null, trigger: "cli", requestedById: null },
      { db, storage, databaseUrl: env.DATABASE_URL, signal, onProgress: (progress) => view.show(progress) },
    );
  } finally {
    view.stop();
  }
}

function toSeconds({ startedAt, finishedAt }: PipelineRun): string {
  const ms = Date.parse(finishedAt ?? "") - Date.parse(startedAt ?? "");
  return Number.isFinite(ms) ? `${(ms / 1000).toFixed(1)} s` : "?";
}

async function print({ run, text }: FinishedRun, db: PrismaClient): Promise<number> {
  if (text !== undefined) console.log(text);
  const counts = Object.entries(run.counts).map(([name, count]) => `${name} ${count}`);
  const about = `${run.pipeline} for ${run.day} ${run.state.replaceAll("_", " ")} in ${toSeconds(run)}`;
  const { items } = await listTasks(db, run.id, { limit: MAX_PRINTED_FAILURES, state: "failed" });
  for (const { name, game, error } of items) console.error(`${game?.slug ?? name}: ${error ?? "failed"}`);
  if (isGood(run.state)) {
    console.log([about, ...counts].join(" · "));
    return 0;
  }
  console.error(`${about}: ${run.error ?? "no reason given"}`);
  return run.state === "cancelled" ? INTERRUPTED : 1;
}

async function main(args: readonly string[]): Promise<number> {
  const input = parseJobArgs(args);
  if (!input) {
    console.log(USAGE);
    return 0;
  }
  joinRunningStore(process.env);
  // The outcome is printed for people; the log's lines would go through the bar.
  log.level = process.env.LOG_LEVEL ?? "silent";
  const db = getDb();
  try {
    return await print(await execute(input, db), db);
  } finally {
    await db.$disconnect();
  }
}

// Ends by itself rather than when the last handle of TensorFlow.js or of the bucket's client does.
main(process.argv.slice(2)).then(
  (code) => process.stdout.write("", () => process.exit(code)),
  (error: unknown) => {
    process.stderr.write(`${toErrorText(error)}\n`, () => process.exit(1));
  },
);
