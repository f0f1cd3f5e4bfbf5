import { z } from "zod";
import { handler } from "@/lib/server/http/handler";
import { listAttempts } from "@/lib/server/pipelines/run-views";
import { attemptListSchema } from "@/lib/shared/pipeline-views";

const paramsSchema = z.object({ id: z.uuid(), taskId: z.string() });

export const GET = handler(
  { access: ["staff", "admin"], params: paramsSchema, output: attemptListSchema },
  async ({ params, db }) => ({ items: await listAttempts(db, { runId: params.id, taskId: params.taskId }) }),
);
