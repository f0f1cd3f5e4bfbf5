import { z } from "zod";
import { rerunTasks } from "@/jobs/pipelines/operate";
import { handler } from "@/lib/server/http/handler";
import { pipelineRunSchema, rerunSchema } from "@/lib/shared/pipelines";
import { workAfterAnswer } from "../../../work-after";

/** Seconds that the host gives the work after the answer, where no worker runs. */
export const maxDuration = 300;

const paramsSchema = z.object({ id: z.uuid() });

export const POST = handler(
  { access: ["staff", "admin"], params: paramsSchema, body: rerunSchema, output: pipelineRunSchema },
  async ({ actor, params, body, db }) => {
    const startedAt = new Date();
    const run = await rerunTasks(params.id, { ...body, requestedById: actor.userId }, db);
    workAfterAnswer(startedAt, db);
    return run;
  },
);
