import { z } from "zod";
import { backfillPipeline } from "@/jobs/pipelines/start";
import { handler } from "@/lib/server/http/handler";
import { backfillSchema, pipelineRunSchema } from "@/lib/shared/pipelines";
import { workAfterAnswer } from "../work-after";

/** Seconds that the host gives the work after the answer, where no worker runs. */
export const maxDuration = 300;

const outputSchema = z.object({ items: z.array(pipelineRunSchema) });

export const POST = handler(
  { access: ["staff", "admin"], body: backfillSchema, output: outputSchema, status: 201 },
  async ({ actor, body, db }) => {
    const startedAt = new Date();
    const items = await backfillPipeline({ ...body, requestedById: actor.userId }, db);
    workAfterAnswer(startedAt, db);
    return { items };
  },
);
