import { workSlice, worksInRequests } from "@/jobs/pipelines/slice";
import { handler } from "@/lib/server/http/handler";

/** Seconds that the host gives a request; PIPELINE_SLICE_SECONDS of them go to the work. */
export const maxDuration = 300;

/** Goes on with what earlier calls left queued, where no worker runs; ends at once where nothing is left. */
export const GET = handler({ access: "cron" }, async ({ db }) => {
  if (worksInRequests()) await workSlice(new Date(), db);
  const running = await db.pipelineRun.count({ where: { state: { in: ["queued", "running"] } } });
  return Response.json({ running }, { status: running > 0 ? 202 : 200, headers: { "cache-control": "no-store" } });
});
