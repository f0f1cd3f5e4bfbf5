import { checkHealth } from "@/lib/server/health/queries";
import { healthSchema } from "@/lib/shared/health";

/** Answers without the session and the handler kit: it must speak up when the database does not. */
export async function GET(): Promise<Response> {
  const health = healthSchema.parse(await checkHealth());
  return Response.json(health, {
    status: health.status === "down" ? 503 : 200,
    headers: { "cache-control": "no-store" },
  });
}
