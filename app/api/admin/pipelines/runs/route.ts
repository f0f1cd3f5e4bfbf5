import { startPipeline } from "@/jobs/pipelines/start";
import { handler } from "@/lib/server/http/handler";
import { startedRunSchema, startRunSchema } from "@/lib/shared/pipelines";

export const POST = handler(
  { access: ["staff", "admin"], body: startRunSchema, output: startedRunSchema, status: 201 },
  ({ actor, body, db }) => startPipeline({ ...body, requestedById: actor.userId }, db),
);
