import { startPipeline } from "@/jobs/pipelines/start";
import { handler } from "@/lib/server/http/handler";
import { pipelineRunSchema, startRunSchema } from "@/lib/shared/pipelines";

/** Seconds that the host gives a run which is done before the answer. */
export const maxDuration = 300;

export const POST = handler(
  { access: ["staff", "admin"], body: startRunSchema, output: pipelineRunSchema, status: 201 },
  ({ actor, body, db }) => startPipeline({ ...body, requestedById: actor.userId }, db),
);
