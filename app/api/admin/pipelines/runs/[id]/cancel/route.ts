import { z } from "zod";
import { cancelRun } from "@/jobs/pipelines/operate";
import { handler } from "@/lib/server/http/handler";
import { pipelineRunSchema } from "@/lib/shared/pipelines";

const paramsSchema = z.object({ id: z.uuid() });

export const POST = handler(
  { access: ["staff", "admin"], params: paramsSchema, output: pipelineRunSchema },
  ({ actor, params, db }) => cancelRun(params.id, { requestedById: actor.userId }, db),
);
