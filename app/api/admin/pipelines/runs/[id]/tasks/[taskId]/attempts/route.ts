import { z } from "zod";
import { handler } from "@/lib/server/http/handler";
import { listAttempts } from "@/lib/server/pipelines/details";
import { attemptListSchema } from "@/lib/shared/pipeline-views";

const paramsSchema = z.object({ id: z.uuid(), taskId: z.string() });

export const GET = handler(
  { access: ["staff", "admin"], params: paramsSchema, output: attemptListSchema },
  async ({ params, db }) => ({ items: (await listAttempts(db, params.id, params.taskId)).toReversed() }),
);
