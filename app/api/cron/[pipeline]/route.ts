import { z } from "zod";
import { startDue } from "@/jobs/pipelines/due";
import { workSlice, worksInRequests } from "@/jobs/pipelines/slice";
import { handler } from "@/lib/server/http/handler";
import { getRun } from "@/lib/server/pipelines/queries";
import { isActive, pipelineRunSchema, pipelineSchema } from "@/lib/shared/pipelines";

/** Seconds that the host gives a request; PIPELINE_SLICE_SECONDS of them go to the work. */
export const maxDuration = 300;

const paramsSchema = z.object({ pipeline: pipelineSchema });

/**
 * The scheduler's call. Where no worker runs it works for a slice of its time and leaves the rest queued: 202 with the
 * run as far as it is, 200 with the whole one, or with none where the schedule is paused or another run is under way.
 */
export const GET = handler({ access: "cron", params: paramsSchema }, async ({ params, db }) => {
  const startedAt = new Date();
  const started = await startDue(params.pipeline, db);
  if (worksInRequests()) await workSlice(startedAt, db);
  const run = started && pipelineRunSchema.parse(await getRun(db, started.id));
  const headers = { "cache-control": "no-store" };
  return Response.json({ run }, { status: run && isActive(run.state) ? 202 : 200, headers });
});
