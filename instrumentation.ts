/**
 * A web server that lives on looks after the pipelines, too: a worker that is gone cannot say so itself. On Vercel,
 * where functions come and go, the scheduler calls `/api/cron/watch` instead.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.VERCEL) return;
  const [{ keepWatch }, { getDb }] = await Promise.all([
    import("@/lib/server/alerts/keep-watch"),
    import("@/lib/server/db"),
  ]);
  keepWatch(getDb());
}
