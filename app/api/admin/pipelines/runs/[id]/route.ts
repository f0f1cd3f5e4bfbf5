import { z } from "zod";
import { handler } from "@/lib/server/http/handler";
import { getRunDetail } from "@/lib/server/pipelines/run-views";
import { runDetailSchema } from "@/lib/shared/pipeline-views";

const paramsSchema = z.object({ id: z.uuid() });

export const GET = handler(
  { access: ["staff", "admin"], params: paramsSchema, output: runDetailSchema },
  ({ params, db }) => getRunDetail(db, params.id),
);
