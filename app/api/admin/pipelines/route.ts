import { handler } from "@/lib/server/http/handler";
import { listPipelines } from "@/lib/server/pipelines/queries";
import { listRunViews } from "@/lib/server/pipelines/run-views";
import { getOperations } from "@/lib/server/pipelines/staff-queries";
import { pageQuerySchema } from "@/lib/shared/page";
import { pipelinesViewSchema } from "@/lib/shared/pipeline-views";
import { pipelineSchema } from "@/lib/shared/pipelines";

const querySchema = pageQuerySchema.extend({ pipeline: pipelineSchema.optional() });

export const GET = handler(
  { access: ["staff", "admin"], query: querySchema, output: pipelinesViewSchema },
  async ({ actor, query, db }) => ({
    pipelines: await listPipelines(db),
    runs: await listRunViews(db, query),
    ...(await getOperations(actor, db)),
  }),
);
