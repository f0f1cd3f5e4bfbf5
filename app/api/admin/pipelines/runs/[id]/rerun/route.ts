import { z } from "zod";
import { rerunTasks } from "@/jobs/pipelines/operate";
import { handler } from "@/lib/server/http/handler";
import { pipelineRunSchema, rerunSchema } from "@/lib/shared/pipelines";

const paramsSchema = z.object({ id: z.uuid() });

export const POST = handler(
  { access: ["staff", "admin"], params: paramsSchema, body: rerunSchema, output: pipelineRunSchema },
  ({ actor, params, body, db }) => rerunTasks(params.id, { ...body, requestedById: actor.userId }, db),
);
