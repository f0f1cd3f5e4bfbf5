import { watchPipelines } from "@/lib/server/alerts/watch";
import { handler } from "@/lib/server/http/handler";

/** Seconds that the host gives a look: channels that are down are waited for. */
export const maxDuration = 60;

/** The scheduler's call to look for what is late or stands still, where no worker does. */
export const GET = handler({ access: "cron" }, async ({ db }) => {
  await watchPipelines({ db, now: new Date() });
  return undefined;
});
