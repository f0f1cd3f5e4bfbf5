/**
 * A web server that lives on looks after the pipelines, too: a worker that is gone cannot say so itself. It also reads
 * the catalogue before anybody asks for it. On Vercel, where functions come and go, the scheduler calls
 * `/api/cron/watch` instead, and the first request reads the catalogue.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.VERCEL) return;
  const [{ keepWatch }, { openCatalogue }, { getDb }, { log }] = await Promise.all([
    import("@/lib/server/alerts/keep-watch"),
    import("@/lib/server/catalogue/finder/live-catalogue"),
    import("@/lib/server/db"),
    import("@/lib/server/log"),
  ]);
  keepWatch(getDb());
  openCatalogue(getDb())
    .fresh(new Date())
    .catch((err: unknown) => log.warn({ err }, "catalogue.not_read_ahead"));
}
