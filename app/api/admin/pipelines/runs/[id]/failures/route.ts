import { z } from "zod";
import { handler } from "@/lib/server/http/handler";
import { toTextStream } from "@/lib/server/http/text-stream";
import { openFailuresCsv } from "@/lib/server/pipelines/failures-csv";

const paramsSchema = z.object({ id: z.uuid() });

/** The games that failed in a run, as a CSV file. */
export const GET = handler({ access: ["staff", "admin"], params: paramsSchema }, async ({ params, db }) => {
  const { name, pieces } = await openFailuresCsv(params.id, db);
  const headers = {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "no-store",
  };
  return new Response(toTextStream(pieces), { headers });
});
