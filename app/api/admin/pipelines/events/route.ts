import { readLastEventMoment, toEventStream } from "@/lib/server/http/event-stream";
import { handler } from "@/lib/server/http/handler";
import { getLiveFeed, lookBack } from "@/lib/server/pipelines/live-feed";
import { STREAM_BEAT_MS } from "@/lib/shared/pipeline-views";

/** Seconds that the host gives a stream. */
export const maxDuration = 300;

/** A margin before the host's limit, so that the stream is ended and not cut. */
const MAX_MS = (maxDuration - 20) * 1000;

/** What changes of the pipelines, as server-sent events. */
export const GET = handler({ access: ["staff", "admin"] }, async ({ request, db }) =>
  toEventStream({
    signal: request.signal,
    maxMs: MAX_MS,
    beatMs: STREAM_BEAT_MS,
    open: async (send) => {
      // Subscribed first: what changes during the look back is then told twice rather than never.
      const unsubscribe = getLiveFeed().subscribe(send);
      try {
        send(await lookBack(db, readLastEventMoment(request)));
        return unsubscribe;
      } catch (error) {
        unsubscribe();
        throw error;
      }
    },
  }),
);
