import { z } from "zod";
import { startPipeline } from "@/jobs/pipelines/start";
import { handler } from "@/lib/server/http/handler";
import { isActive, pipelineRunSchema, pipelineSchema } from "@/lib/shared/pipelines";

/** Seconds that the host gives a run which is done before the answer. */
export const maxDuration = 300;

const paramsSchema = z.object({ pipeline: pipelineSchema });
const startedSchema = z.object({ runId: z.uuid(), state: pipelineRunSchema.shape.state });

/** The scheduler's call: 202 with the queued run, or 200 with the whole finished one where runs are done inline. */
export const GET = handler({ access: "cron", params: paramsSchema }, async ({ params, db }) => {
  const run = await startPipeline({ pipeline: params.pipeline, requestedById: null }, db);
  const headers = { "cache-control": "no-store" };
  if (!isActive(run.state)) return Response.json(pipelineRunSchema.parse(run), { headers });
  return Response.json(startedSchema.parse({ runId: run.id, state: run.state }), { status: 202, headers });
});
