import { z } from "zod";
import { scoreForecasts } from "@/jobs/ledger/score";
import type { TaskContext, TaskHandlers, TaskResult } from "@/jobs/pipelines/context";
import { listFlaggedGames } from "@/lib/server/ledger/flags";
import { log } from "@/lib/server/log";
import { settlePendingOrders } from "@/lib/server/orders/settle";
import { daySchema } from "@/lib/shared/day-schema";
import { endWithSignal } from "./end-with-signal";
import { extractChanges } from "./extract";
import { publishFiles } from "./publish-files";
import { refreshGames } from "./refresh-games";
import { findRunScope } from "./run-scope";
import { createStaging, dropStaging } from "./staging";
import { writeFiles } from "./write-files";

/** Where no worker runs, this is who finishes the payments that were confirmed after the buyer had left. */
async function settleOrders({ db }: TaskContext): Promise<TaskResult> {
  return { counts: { pending: await settlePendingOrders(db) } };
}

async function extract(context: TaskContext): Promise<TaskResult> {
  const scope = await findRunScope(context);
  return {
    counts: {},
    commit: (tx) => endWithSignal(tx, context, () => extractChanges(tx, scope, context.isForced)),
  };
}

async function stage(): Promise<TaskResult> {
  return {
    counts: {},
    commit: async (tx) => {
      await createStaging(tx);
      return undefined;
    },
  };
}

async function refresh(context: TaskContext): Promise<TaskResult> {
  const scope = await findRunScope(context);
  return { counts: {}, commit: async (tx) => ({ games: await refreshGames(tx, scope) }) };
}

const publishedSchema = z.object({ scoreThrough: daySchema.nullable() });

/**
 * Scores forecasts, and counts the games whose forecasts ask for retraining. A run over some games brings the store no
 * new day: only what changed up to the last whole day is scored again.
 */
async function score(context: TaskContext): Promise<TaskResult> {
  const { db } = context;
  const [published] = await context.outputsOf("manifest");
  const { scoreThrough } = publishedSchema.parse(published);
  if (scoreThrough === null) return { counts: {} };
  const games = await context.gamesOf("files");
  const exceptGameIds = games.filter(({ state }) => state === "failed").map(({ gameId }) => gameId);
  const counts = await scoreForecasts(db, scoreThrough, { exceptGameIds });
  const flagged = await listFlaggedGames(db, { kind: "store" });
  if (flagged.length > 0) log.warn({ slugs: flagged.map(({ slug }) => slug) }, "forecast.flagged");
  return { counts: { ...counts, flagged: flagged.length } };
}

async function drop(): Promise<TaskResult> {
  return {
    counts: {},
    commit: async (tx) => {
      await dropStaging(tx);
      return undefined;
    },
  };
}

/**
 * Sales ETL: the days whose orders or refunds changed are counted again into daily_sales, and every game's series up to
 * the day becomes one CSV in the bucket under a manifest that names them all. Scores of the forecasts whose days have
 * come follow.
 */
export const etlTasks: TaskHandlers = {
  "settle-orders": settleOrders,
  extract,
  stage,
  files: writeFiles,
  manifest: publishFiles,
  "refresh-games": refresh,
  score,
  "drop-staging": drop,
};
