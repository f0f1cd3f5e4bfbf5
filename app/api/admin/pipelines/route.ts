import { z } from "zod";
import { handler } from "@/lib/server/http/handler";
import { listPipelines, listRuns } from "@/lib/server/pipelines/queries";
import { pageQuerySchema, pageSchema } from "@/lib/shared/page";
import { pipelineRunSchema, pipelineSchema, pipelineSummarySchema } from "@/lib/shared/pipelines";

const querySchema = pageQuerySchema.extend({ pipeline: pipelineSchema.optional() });
const outputSchema = z.object({ pipelines: z.array(pipelineSummarySchema), runs: pageSchema(pipelineRunSchema) });

export const GET = handler(
  { access: ["staff", "admin"], query: querySchema, output: outputSchema },
  async ({ query, db }) => ({ pipelines: await listPipelines(db), runs: await listRuns(db, query) }),
);
