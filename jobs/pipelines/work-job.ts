import { log } from "@/lib/server/log";
import { getRun } from "@/lib/server/pipelines/queries";
import { toRunDay } from "@/lib/server/pipelines/rules";
import type { PipelineJob } from "@/lib/server/queue/pipeline-queue";
import type { Pipeline } from "@/lib/shared/pipelines";
import { executeNew, executeQueued, isConflict, type Surroundings } from "./execute";

async function workDue(pipeline: Pipeline, around: Surroundings): Promise<void> {
  const day = toRunDay(undefined, new Date());
  try {
    await executeNew({ pipeline, day, gameSlug: null, trigger: "cron", requestedById: null }, around);
  } catch (error) {
    if (!isConflict(error)) throw error;
    log.warn({ pipeline, reason: error.message }, "pipeline.due_skipped");
  }
}

async function workRun(runId: string, around: Surroundings): Promise<void> {
  const run = await getRun(around.db, runId);
  if (run.state === "queued") {
    await executeQueued(run, around);
  } else if (run.state === "running") {
    // The job came a second time: the worker that had it is gone. Its run becomes a failed one, and a new one begins.
    const { pipeline, day, gameSlug, trigger } = run;
    await executeNew({ pipeline, day, gameSlug, trigger, requestedById: null }, around);
  } else {
    log.info({ runId, state: run.state }, "pipeline.job_obsolete");
  }
}

/** Does what a job of the queue asks for; a job that came twice, or whose run has ended, does no harm. */
export function workJob(job: PipelineJob, around: Surroundings): Promise<void> {
  return "due" in job ? workDue(job.due, around) : workRun(job.runId, around);
}
