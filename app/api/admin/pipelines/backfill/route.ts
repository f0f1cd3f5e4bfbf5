import { z } from "zod";
import { backfillPipeline } from "@/jobs/pipelines/start";
import { handler } from "@/lib/server/http/handler";
import { backfillSchema, pipelineRunSchema } from "@/lib/shared/pipelines";

const outputSchema = z.object({ items: z.array(pipelineRunSchema) });

export const POST = handler(
  { access: ["staff", "admin"], body: backfillSchema, output: outputSchema, status: 201 },
  async ({ actor, body, db }) => ({ items: await backfillPipeline({ ...body, requestedById: actor.userId }, db) }),
);
