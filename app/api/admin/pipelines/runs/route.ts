import { startPipeline } from "@/jobs/pipelines/start";
import { handler } from "@/lib/server/http/handler";
import { startedRunSchema, startRunSchema } from "@/lib/shared/pipelines";
import { workAfterAnswer } from "../work-after";

/** Seconds that the host gives the work after the answer, where no worker runs. */
export const maxDuration = 300;

export const POST = handler(
  { access: ["staff", "admin"], body: startRunSchema, output: startedRunSchema, status: 201 },
  async ({ actor, body, db }) => {
    const startedAt = new Date();
    const run = await startPipeline({ ...body, requestedById: actor.userId }, db);
    workAfterAnswer(startedAt, db);
    return run;
  },
);
