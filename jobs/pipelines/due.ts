import { AppError } from "@/lib/server/errors";
import { log } from "@/lib/server/log";
import { isScheduled } from "@/lib/server/pipelines/schedules";
import type { Pipeline, StartedRun } from "@/lib/shared/pipelines";
import type { PrismaClient } from "@/prisma/generated/client";
import { startPipeline } from "./start";

/** Whether an error only says that a run of the pipeline is under way. */
export function isConflict(error: unknown): error is AppError {
  return error instanceof AppError && error.code === "conflict";
}

/**
 * Starts a pipeline whose hour has come; null where its schedule is paused, or where a run of it is under way already.
 */
export async function startDue(pipeline: Pipeline, db: PrismaClient): Promise<StartedRun | null> {
  if (!(await isScheduled(db, pipeline))) {
    log.info({ pipeline }, "pipeline.schedule_paused");
    return null;
  }
  try {
    return await startPipeline({ pipeline, requestedById: null }, db);
  } catch (error) {
    if (!isConflict(error)) throw error;
    log.warn({ pipeline, reason: error.message }, "pipeline.due_skipped");
    return null;
  }
}
