import { z } from "zod";
import { handler } from "@/lib/server/http/handler";
import { listStaffRunGames } from "@/lib/server/pipelines/staff-queries";
import { pageSchema } from "@/lib/shared/page";
import { gameListQuerySchema } from "@/lib/shared/pipeline-views";
import { pipelineGameSchema } from "@/lib/shared/pipelines";

const paramsSchema = z.object({ id: z.uuid() });

export const GET = handler(
  {
    access: ["staff", "admin"],
    params: paramsSchema,
    query: gameListQuerySchema,
    output: pageSchema(pipelineGameSchema),
  },
  ({ actor, params, query, db }) => listStaffRunGames(actor, params.id, query, db),
);
