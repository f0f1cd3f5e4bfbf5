import { inTransaction } from "@/lib/server/db";
import { AppError } from "@/lib/server/errors";
import { auditRun, checkGames, createRun, lockStarts, type NewRun } from "@/lib/server/pipelines/commands";
import { findActiveRun, findDoneRun, getRun } from "@/lib/server/pipelines/queries";
import { toRunDay } from "@/lib/server/pipelines/rules";
import { getQueue } from "@/lib/server/queue/boss";
import { addDays, type Day, daysBetween, toDate } from "@/lib/shared/day";
import {
  type BackfillInput,
  MAX_BACKFILL_DAYS,
  type PipelineRun,
  type StartedRun,
  type StartRunInput,
} from "@/lib/shared/pipelines";
import { say } from "@/lib/shared/say";
import type { PrismaClient } from "@/prisma/generated/client";
import type { RunTrigger } from "@/prisma/generated/enums";
import type { Tx } from "./context";
import { launchNext } from "./launch";

/** What to start, and who asks for it: nobody where the scheduler or the command line does. */
export type PipelineStart = StartRunInput & { requestedById: string | null; trigger?: RunTrigger };

function toNewRun(start: PipelineStart): NewRun {
  const { pipeline, date, gameSlugs = [], isForced = false, requestedById, trigger } = start;
  return {
    pipeline,
    day: toRunDay(date, new Date()),
    gameSlugs,
    trigger: trigger ?? (requestedById ? "staff" : "cron"),
    isForced,
    requestedById,
  };
}

function toConflict(run: PipelineRun): AppError {
  return new AppError("conflict", say("errors.runBusy", { pipeline: run.pipeline, id: run.id }));
}

const isSameScope = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((slug) => b.includes(slug));

/** The run that makes a new one needless: it does the same, or has done the day over all games. */
async function findEqual(run: NewRun, tx: Tx): Promise<PipelineRun | null> {
  if (run.isForced) return null;
  const active = await findActiveRun(tx, run.pipeline);
  if (active?.day === run.day && isSameScope(active.gameSlugs, run.gameSlugs) && !active.isCancelling) return active;
  return run.gameSlugs.length > 0 ? null : findDoneRun(tx, run.pipeline, run.day);
}

async function start(run: NewRun, ifBusy: "refuse" | "wait", tx: Tx): Promise<{ id: string; isNew: boolean }> {
  await lockStarts(tx);
  const equal = await findEqual(run, tx);
  if (equal) return { id: equal.id, isNew: false };
  const active = await findActiveRun(tx, run.pipeline);
  if (active && ifBusy === "refuse") throw toConflict(active);
  const id = await createRun(run, new Date(), tx);
  const { pipeline, day } = run;
  await auditRun(
    "triggered",
    { id, requestedById: run.requestedById, data: { pipeline, day, gameSlugs: [...run.gameSlugs] } },
    tx,
  );
  return { id, isNew: true };
}

/**
 * Starts a pipeline: its tasks are recorded and queued in one transaction. It waits its turn while a run of another
 * pipeline is under way. Where a run does the same, or has done the day over all games, nothing is started, unless it is
 * forced. `conflict`, naming the run, where another of the same pipeline is under way and this one is not to wait.
 */
export async function startPipeline(input: PipelineStart, db: PrismaClient): Promise<StartedRun> {
  const run = toNewRun(input);
  await checkGames(run.gameSlugs, db);
  const boss = await getQueue();
  const { id, isNew } = await inTransaction(db, async (tx) => {
    const started = await start(run, input.ifBusy ?? "refuse", tx);
    if (started.isNew) await launchNext(boss, tx);
    return started;
  });
  return { ...(await getRun(db, id)), isNew };
}

function listDays({ from, to }: { from: Day; to: Day }): Day[] {
  const count = daysBetween(from, to) + 1;
  if (count > MAX_BACKFILL_DAYS) {
    const message = say("errors.runDaysTooMany", { count, max: MAX_BACKFILL_DAYS });
    throw new AppError("invalid_input", message, { fields: { to: message } });
  }
  return Array.from({ length: count }, (_, day) => addDays(from, day));
}

/**
 * Runs a pipeline for each day of a range, oldest first and one after the other; days that were done already are left
 * out, unless they are forced. Returns the new runs.
 */
export async function backfillPipeline(
  { pipeline, from, to, isForced = false, requestedById }: BackfillInput & { requestedById: string | null },
  db: PrismaClient,
): Promise<PipelineRun[]> {
  const now = new Date();
  const days = listDays({ from, to: toRunDay(to, now) });
  const boss = await getQueue();
  const ids = await inTransaction(db, async (tx) => {
    await lockStarts(tx);
    const created: string[] = [];
    for (const [index, day] of days.entries()) {
      const run: NewRun = { pipeline, day, gameSlugs: [], trigger: "backfill", isForced, requestedById };
      if (await findEqual(run, tx)) continue;
      // One after the other in the line, whatever the clock's resolution.
      created.push(await createRun(run, new Date(now.getTime() + index), tx));
    }
    const [first] = created;
    if (first) await auditRun("backfilled", { id: first, requestedById, data: { pipeline, from, to, isForced } }, tx);
    await launchNext(boss, tx);
    return created;
  });
  if (ids.length === 0) {
    const span = { from: toDate(from).getTime(), to: toDate(to).getTime() };
    throw new AppError("conflict", say("errors.runDaysDone", { pipeline, ...span }));
  }
  return Promise.all(ids.map((id) => getRun(db, id)));
}
