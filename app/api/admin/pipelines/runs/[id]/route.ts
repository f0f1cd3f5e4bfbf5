import { z } from "zod";
import { handler } from "@/lib/server/http/handler";
import { countTasks, getRun, listTasks } from "@/lib/server/pipelines/queries";
import { pageQuerySchema, pageSchema } from "@/lib/shared/page";
import { pipelineRunSchema, pipelineTaskSchema, taskCountsSchema } from "@/lib/shared/pipelines";

const paramsSchema = z.object({ id: z.uuid() });
const querySchema = pageQuerySchema.extend({ state: pipelineTaskSchema.shape.state.optional() });
const outputSchema = pipelineRunSchema.extend({ tasks: pageSchema(pipelineTaskSchema), taskCounts: taskCountsSchema });

export const GET = handler(
  { access: ["staff", "admin"], params: paramsSchema, query: querySchema, output: outputSchema },
  async ({ params, query, db }) => {
    const run = await getRun(db, params.id);
    return { ...run, tasks: await listTasks(db, run.id, query), taskCounts: await countTasks(db, run.id) };
  },
);
