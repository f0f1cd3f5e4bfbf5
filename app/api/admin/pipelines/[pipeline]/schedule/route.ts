import { z } from "zod";
import { handler } from "@/lib/server/http/handler";
import { setSchedule } from "@/lib/server/pipelines/schedules";
import { scheduleSchema, scheduleViewSchema } from "@/lib/shared/pipeline-views";
import { pipelineSchema } from "@/lib/shared/pipelines";

const paramsSchema = z.object({ pipeline: pipelineSchema });

export const PUT = handler(
  { access: ["staff", "admin"], params: paramsSchema, body: scheduleSchema, output: scheduleViewSchema },
  async ({ actor, params: { pipeline }, body: { isPaused }, db }) => {
    await setSchedule(pipeline, { isPaused, requestedById: actor.userId }, db);
    return { pipeline, isPaused };
  },
);
